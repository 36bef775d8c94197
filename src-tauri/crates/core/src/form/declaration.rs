//! 承诺书, 推荐表 and 申报表.

use super::{Direction, Text, lenient};
use crate::date::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// 承诺书.
#[serde_with::apply(
    Option => #[serde(deserialize_with = "lenient::optional")],
)]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Pledge {
    /// 签署日期.
    pub signed_on: Option<Date>,
}

/// 推荐表, filled in by the recommending unit.
#[serde_with::apply(
    Option => #[serde(deserialize_with = "lenient::optional")],
)]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Recommendation {
    /// 推荐单位.
    pub unit: Text,
    /// 推荐单位联系人.
    pub contact: Text,
    /// 电话.
    pub telephone: Text,
    /// 手机.
    pub mobile: Text,
    /// 电子邮箱.
    pub email: Text,
    /// 推荐意见.
    pub opinion: Text,
    /// The day of the seal.
    pub signed_on: Option<Date>,
}

/// 申报表.
#[serde_with::apply(
    Option => #[serde(deserialize_with = "lenient::optional")],
    Contact => #[serde(deserialize_with = "lenient::null_is_absent")],
)]
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Declaration {
    /// 统一社会信用代码 (GB 32100).
    pub credit_code: Text,
    /// 是否属于中央企业.
    pub central_enterprise: Option<bool>,
    /// 所属央企集团全称.
    pub central_group: Text,
    /// 行业分类 as printed, offered from the edition's list: `制造业 > 通用设备制造业` (GB/T 4754 门类 > 大类).
    pub industry: Text,
    /// 组织类型, offered from the edition's list.
    pub organization_type: Text,
    /// 组织规模, offered from the edition's list.
    pub organization_size: Text,
    /// 推荐单位.
    pub recommending_unit: Text,
    /// 经验名称, also the title of the 典型经验.
    pub experience_name: Text,
    /// 申报方向（单选）.
    pub direction: Option<Direction>,
    /// 是否通过 ISO 9001 质量管理体系认证且证书在有效期内.
    pub iso9001: Option<bool>,
    /// 员工总数.
    pub employees: Text,
    /// 员工全面质量管理（TQM）普及教育普及率, percent.
    pub tqm_education_rate: Text,
    /// 质量岗位人员能力测评达标率, percent.
    pub quality_staff_rate: Text,
    /// 员工质量工程技术专业培训覆盖率, percent.
    pub engineering_training_rate: Text,
    /// 质量改进活动参与率, percent.
    pub improvement_rate: Text,
    /// The contact of the applicant.
    pub contact: Contact,
}

/// The contact of the applicant (联系人).
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(export_to = "core.ts"))]
#[serde(default, deny_unknown_fields)]
pub struct Contact {
    /// 联系人.
    pub name: Text,
    /// 部门.
    pub department: Text,
    /// 职务.
    pub position: Text,
    /// 电话.
    pub telephone: Text,
    /// 手机.
    pub mobile: Text,
    /// 邮箱.
    pub email: Text,
    /// 通讯地址.
    pub address: Text,
    /// 邮编.
    pub postcode: Text,
}

/// The texts of a page under their keys, listed once; the compiler asks for every field, here or among the `others`.
macro_rules! texts {
    ($page:ident { $($text:ident),+ } others { $($other:ident),* }) => {
        impl $page {
            /// Its texts under their keys, in the order of the form.
            pub fn texts(&self) -> impl Iterator<Item = (&'static str, &Text)> {
                let Self { $($text,)+ $($other: _,)* } = self;
                [$((stringify!($text), $text)),+].into_iter()
            }

            /// Its texts to be changed, in the same order.
            pub fn texts_mut(&mut self) -> impl Iterator<Item = &mut Text> {
                let Self { $($text,)+ $($other: _,)* } = self;
                [$($text),+].into_iter()
            }
        }
    };
}

texts! {
    Recommendation { unit, contact, telephone, mobile, email, opinion }
    others { signed_on }
}

texts! {
    Declaration {
        credit_code, central_group, industry, organization_type, organization_size, recommending_unit,
        experience_name, employees, tqm_education_rate, quality_staff_rate, engineering_training_rate,
        improvement_rate
    }
    others { central_enterprise, direction, iso9001, contact }
}

texts! {
    Contact { name, department, position, telephone, mobile, email, address, postcode }
    others {}
}
