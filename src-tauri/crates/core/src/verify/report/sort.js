for (const [at, head] of [...document.querySelectorAll('th')].entries()) {
  head.querySelector('button').addEventListener('click', () => {
    const up = head.getAttribute('aria-sort') !== 'ascending'
    for (const other of document.querySelectorAll('th')) other.removeAttribute('aria-sort')
    head.setAttribute('aria-sort', up ? 'ascending' : 'descending')
    const body = document.querySelector('tbody')
    const text = (row) => row.cells[at].textContent
    const compare = (one, other) => text(one).localeCompare(text(other), 'zh-CN', { numeric: true })
    const rows = [...body.rows].sort((one, other) => (up ? compare(one, other) : compare(other, one)))
    body.append(...rows)
  })
}
