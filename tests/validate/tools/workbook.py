"""A workbook as the finance department fills it in, and what stands in one: `fill IN OUT JSON`, `read FILE`."""

import json
import sys

import openpyxl


def at(sheet, label, head):
    """The cell in the row with this label, below this head; both as they are printed."""
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    row = next(cell.row for cell in cells if str(cell.value).strip() == label)
    column = next(cell.column for cell in cells if str(cell.value).strip() == head)
    return sheet.cell(row, column)


def fill(source, target, orders):
    book = openpyxl.load_workbook(source)
    for order in orders:
        sheet = book[order["sheet"]]
        if "add" in order:
            for column, value in enumerate(order["add"], 1):
                row = order["row"]
                sheet.cell(row, column).value = value
            continue
        if "rename" in order:
            sheet.title = order["rename"]
            continue
        if "sort" in order:
            sort(sheet, *order["sort"])
            continue
        cell = at(sheet, order["label"], order["head"])
        cell.value = order["value"]
        cell.number_format = order.get("format", cell.number_format)
    book.save(target)


def sort(sheet, first, last):
    """Turns the rows from `first` to `last` round, as sorting by a column may; their formats go with them."""
    width = sheet.max_column
    rows = [[kept(sheet.cell(row, column)) for column in range(1, width + 1)] for row in range(first, last + 1)]
    for row, values in zip(range(first, last + 1), reversed(rows)):
        for column, (value, shown) in enumerate(values, 1):
            cell = sheet.cell(row, column)
            cell.value, cell.number_format = value, shown


def kept(cell):
    return cell.value, cell.number_format


def read(source):
    book = openpyxl.load_workbook(source)
    sheets = {}
    for sheet in book.worksheets:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        lists = [rule.formula1 for rule in sheet.data_validations.dataValidation]
        rules = sum(len(found.rules) for found in sheet.conditional_formatting)
        sheets[sheet.title] = {
            "rows": rows,
            "lists": lists,
            "rules": rules,
            "locked": sheet.protection.sheet,
            "open": [cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked],
        }
    json.dump(sheets, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    if sys.argv[1] == "fill":
        fill(sys.argv[2], sys.argv[3], json.loads(sys.argv[4]))
    else:
        read(sys.argv[2])
