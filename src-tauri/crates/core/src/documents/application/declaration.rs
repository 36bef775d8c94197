//! 申报表.

use crate::documents::Sources;
use crate::documents::compose::{Composer, run};
use crate::documents::style::size;
use crate::documents::table::{FormCell, FormRow, cell_paragraph};
use crate::edition::DeclarationLabels;
use crate::form::{Content, Declaration};
use crate::ooxml::{CheckBox, DropDown, Extras, Tick};
use docx_rs::{Paragraph, RunProperty};

const COLUMNS: [usize; 4] = [2000, 2422, 2000, 2423];
/// So high that the table fills its page.
const ROW: usize = 520;

pub(super) fn add(composer: &mut Composer, sources: &Sources) {
    let labels = &sources.edition.application.declaration;
    composer.add(super::page_title(&labels.title));
    let mut rows = identity(sources, &mut composer.extras);
    rows.extend(experience(sources.content, labels, &mut composer.extras));
    rows.extend(rates(&sources.content.declaration, labels));
    rows.extend(contact(&sources.content.declaration, labels));
    composer.table(&COLUMNS, rows);
    composer.add(super::note(&labels.note));
}

fn wide(label: &str, value: FormCell) -> FormRow {
    FormRow::of(vec![FormCell::centred(label), value.over(3)]).at_least(ROW)
}

fn pair(left: (&str, FormCell), right: (&str, FormCell)) -> FormRow {
    FormRow::of(vec![FormCell::centred(left.0), left.1, FormCell::centred(right.0), right.1]).at_least(ROW)
}

fn identity(sources: &Sources, extras: &mut Extras) -> Vec<FormRow> {
    let (content, labels) = (sources.content, &sources.edition.application.declaration);
    let declaration = &content.declaration;
    let lists = &sources.edition.lists;
    let central = yes_no(
        &labels.central_enterprise,
        "central_enterprise",
        declaration.central_enterprise,
        labels,
        extras,
    );
    let industry =
        choice(&labels.industry, "industry", sources.edition.industries(), &declaration.industry, extras);
    let kind = choice(
        &labels.organization_type,
        "organization_type",
        lists.organization_types.clone(),
        &declaration.organization_type,
        extras,
    );
    let size = choice(
        &labels.organization_size,
        "organization_size",
        lists.organization_sizes.clone(),
        &declaration.organization_size,
        extras,
    );
    vec![
        wide(&labels.organization, FormCell::left(&content.organization)),
        wide(&labels.credit_code, FormCell::centred(&declaration.credit_code)),
        pair(
            (&labels.central_enterprise, central),
            (&labels.central_group, FormCell::left(&declaration.central_group)),
        ),
        wide(&labels.industry, industry),
        pair((&labels.organization_type, kind), (&labels.organization_size, size)),
        wide(&labels.recommending_unit, FormCell::left(&declaration.recommending_unit)),
    ]
}

fn experience(content: &Content, labels: &DeclarationLabels, extras: &mut Extras) -> Vec<FormRow> {
    let declaration = &content.declaration;
    let directions = labels.directions.all().into_iter().map(|(direction, label)| {
        let state = ticked(declaration.direction == Some(direction));
        ticks(&labels.direction, "direction", &[(label, state)], extras)
    });
    let directions = FormCell::of(directions.collect(), "1\n2\n3\n4");
    let iso9001 = yes_no(&labels.iso9001, "iso9001", declaration.iso9001, labels, extras);
    vec![
        wide(&labels.experience_name, FormCell::left(&declaration.experience_name)),
        wide(&labels.direction, directions),
        wide(&labels.iso9001, iso9001),
    ]
}

fn rates(declaration: &Declaration, labels: &DeclarationLabels) -> Vec<FormRow> {
    let rows = [
        (&labels.employees, &declaration.employees),
        (&labels.tqm_education_rate, &declaration.tqm_education_rate),
        (&labels.quality_staff_rate, &declaration.quality_staff_rate),
        (&labels.engineering_training_rate, &declaration.engineering_training_rate),
        (&labels.improvement_rate, &declaration.improvement_rate),
    ];
    rows.map(|(label, value)| {
        FormRow::of(vec![FormCell::centred(label).over(3), FormCell::centred(value)]).at_least(ROW)
    })
    .into()
}

fn contact(declaration: &Declaration, labels: &DeclarationLabels) -> Vec<FormRow> {
    let contact = &declaration.contact;
    let left = FormCell::left;
    vec![
        pair((&labels.contact_name, left(&contact.name)), (&labels.department, left(&contact.department))),
        pair(
            (&labels.position, left(&contact.position)),
            (&labels.telephone, FormCell::centred(&contact.telephone)),
        ),
        pair((&labels.mobile, FormCell::centred(&contact.mobile)), (&labels.email, left(&contact.email))),
        pair(
            (&labels.address, left(&contact.address)),
            (&labels.postcode, FormCell::centred(&contact.postcode)),
        ),
    ]
}

fn ticked(is: bool) -> Tick {
    if is { Tick::Ticked } else { Tick::Unticked }
}

/// A line of check boxes with their labels.
pub(super) fn ticks(title: &str, tag: &str, boxes: &[(&str, Tick)], extras: &mut Extras) -> Paragraph {
    let mut paragraph = cell_paragraph();
    for (index, (label, state)) in boxes.iter().enumerate() {
        let check_box = CheckBox {
            title: format!("{title}：{label}"),
            tag: format!("{tag}:{label}"),
            state: *state,
            size_half_points: Some(size::FIVE),
        };
        let blank = if index + 1 < boxes.len() { "　" } else { "" };
        paragraph = paragraph
            .add_structured_data_tag(extras.check_box(check_box))
            .add_run(run(&format!("{label}{blank}")));
    }
    paragraph
}

fn yes_no(
    title: &str,
    tag: &str,
    answer: Option<bool>,
    labels: &DeclarationLabels,
    extras: &mut Extras,
) -> FormCell {
    let boxes = [
        (labels.yes.as_str(), ticked(answer == Some(true))),
        (labels.no.as_str(), ticked(answer == Some(false))),
    ];
    FormCell::of(vec![ticks(title, tag, &boxes, extras)], "□是　□否")
}

fn choice(title: &str, tag: &str, options: Vec<String>, chosen: &str, extras: &mut Extras) -> FormCell {
    let list = DropDown {
        title: title.to_owned(),
        tag: tag.to_owned(),
        options,
        chosen: chosen.to_owned(),
        run_style: RunProperty::new(),
    };
    FormCell::of(vec![cell_paragraph().add_structured_data_tag(extras.drop_down(list))], chosen)
}
