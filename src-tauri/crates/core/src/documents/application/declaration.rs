//! 申报表.

use super::page::{TITLE, page_title};
use super::tick_boxes::{ticked, ticks};
use crate::documents::Sources;
use crate::documents::compose::Composer;
use crate::documents::table::{FormCell, FormRow, FormTable, cell_paragraph};
use crate::edition::DeclarationLabels;
use crate::form::{Content, Declaration};
use crate::ooxml::DropDown;

const COLUMNS: [usize; 4] = [2200, 2620, 2200, 2620];
/// So high that the table fills its page, unless a value is long.
const ROW: usize = 600;

pub(super) fn add(composer: &mut Composer, sources: &Sources) {
    let labels = &sources.edition.application.declaration;
    composer.add(page_title(&labels.title));
    let mut rows = identity(sources);
    rows.extend(experience(sources.content, labels));
    rows.extend(rates(&sources.content.declaration, labels));
    rows.extend(contact(&sources.content.declaration, labels));
    composer.table(FormTable {
        alt: &labels.title,
        columns: &COLUMNS,
        even: &[],
        rows,
        notes: vec![labels.note.clone()],
        above: TITLE,
    });
}

fn wide(label: &str, value: FormCell) -> FormRow {
    FormRow::of(vec![FormCell::centred(label), value.over(3)]).at_least(ROW)
}

fn pair(left: (&str, FormCell), right: (&str, FormCell)) -> FormRow {
    FormRow::of(vec![FormCell::centred(left.0), left.1, FormCell::centred(right.0), right.1]).at_least(ROW)
}

fn identity(sources: &Sources) -> Vec<FormRow> {
    let (content, labels) = (sources.content, &sources.edition.application.declaration);
    let declaration = &content.declaration;
    let lists = &sources.edition.lists;
    let central =
        yes_no(&labels.central_enterprise, "central_enterprise", declaration.central_enterprise, labels);
    let industry = choice(&labels.industry, "industry", sources.edition.industries(), &declaration.industry);
    let kind = choice(
        &labels.organization_type,
        "organization_type",
        lists.organization_types.clone(),
        &declaration.organization_type,
    );
    let size = choice(
        &labels.organization_size,
        "organization_size",
        lists.organization_sizes.clone(),
        &declaration.organization_size,
    );
    vec![
        wide(&labels.organization, FormCell::left(&content.organization)),
        wide(&labels.credit_code, FormCell::left(&declaration.credit_code)),
        pair(
            (&labels.central_enterprise, central),
            (&labels.central_group, FormCell::left(&declaration.central_group)),
        ),
        wide(&labels.industry, industry),
        pair((&labels.organization_type, kind), (&labels.organization_size, size)),
        wide(&labels.recommending_unit, FormCell::left(&declaration.recommending_unit)),
    ]
}

fn experience(content: &Content, labels: &DeclarationLabels) -> Vec<FormRow> {
    let declaration = &content.declaration;
    let directions = labels.directions.all().into_iter().map(|(direction, label)| {
        let state = ticked(declaration.direction == Some(direction));
        ticks(&labels.direction, "direction", &[(label, state)])
    });
    let directions = FormCell::of(directions.collect(), "1\n2\n3\n4");
    let iso9001 = yes_no(&labels.iso9001, "iso9001", declaration.iso9001, labels);
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
        FormRow::of(vec![FormCell::centred(label).over(3), FormCell::left(value)]).at_least(ROW)
    })
    .into()
}

fn contact(declaration: &Declaration, labels: &DeclarationLabels) -> Vec<FormRow> {
    let contact = &declaration.contact;
    let left = FormCell::left;
    vec![
        pair((&labels.contact_name, left(&contact.name)), (&labels.department, left(&contact.department))),
        pair((&labels.position, left(&contact.position)), (&labels.telephone, left(&contact.telephone))),
        pair((&labels.mobile, left(&contact.mobile)), (&labels.email, left(&contact.email))),
        pair((&labels.address, left(&contact.address)), (&labels.postcode, left(&contact.postcode))),
    ]
}

fn yes_no(title: &str, tag: &str, answer: Option<bool>, labels: &DeclarationLabels) -> FormCell {
    let boxes = [
        (labels.yes.as_str(), ticked(answer == Some(true))),
        (labels.no.as_str(), ticked(answer == Some(false))),
    ];
    FormCell::of(vec![ticks(title, tag, &boxes)], "□是　□否")
}

fn choice(title: &str, tag: &str, options: Vec<String>, chosen: &str) -> FormCell {
    let list = DropDown {
        title: title.to_owned(),
        tag: tag.to_owned(),
        options,
        chosen: chosen.to_owned(),
        size_half_points: None,
    };
    FormCell::of(vec![cell_paragraph().drop_down(list)], chosen)
}
