//! What was left over, miscounted or mistyped in the text.

use super::{Slip, said, slip};
use end_to_end::case::Case;

/// Thirteen of them.
pub fn slips() -> Vec<Slip> {
    let again = Case::sample().json["experience"]["process"]["content"][22]["content"][0]["text"].clone();
    let notice = "介绍典型经验的策划、部署、推进过程、质量工程技术或数字技术运用、关键技术方法突破等，重点体现经验要点及特色亮点。";
    let cell = "competitors[0].strengths";
    vec![
        said("如图19而没有", "改进前后的对比如图19所示。"),
        said("见下图而没有", "改进流程见下图。"),
        said("一是二是四是", "一是定标准；二是抓培训；四是严考核。"),
        said("两项措施列了三项", "公司采取两项措施。一是定标准；二是抓培训；三是严考核。"),
        said("编写说明原文", notice),
        said("此处插入图片", "推进架构（此处插入架构图）由三级组成。"),
        said("同一段粘贴两次", again.as_str().expect("a text")),
        said("身份证号", "项目负责人王某（身份证号11010519491231002X）牵头实施。"),
        said("私人手机号", "欢迎同行联系王某，手机13800000002。"),
        said("质量标竿", "公司被评为质量标竿企业。"),
        said("半角逗号", "公司定标准,抓培训,严考核。"),
        slip(
            "数字用了全角",
            "benefits[0].values.2025",
            Case::sample().set("benefits[0].values.2025", "２１４８６０"),
        ),
        slip("优势写成自己的", cell, Case::sample().set(cell, "我公司产品合格率高，服务好。")),
    ]
}
