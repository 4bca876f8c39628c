/* What sorts and filters the table of a portfolio's page. It changes the order of rows and which are shown, and
   fetches, keeps and sends nothing. Without it the page says all that it says with it. */

'use strict';
(() => {
  const table = document.querySelector('table.portfolio');
  const controls = document.querySelector('.controls');
  if (!table || !controls) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const collator = new Intl.Collator(document.documentElement.lang, {numeric: true, sensitivity: 'base'});
  const text = rows.map((row) => row.cells[1].textContent.toLocaleLowerCase());
  const verdict = rows.map((row) => row.cells[2].dataset.value);
  const find = controls.querySelector('input');
  const only = controls.querySelector('select');
  const shown = controls.querySelector('output');

  const filter = () => {
    const wanted = find.value.trim().toLocaleLowerCase();
    let count = 0;
    rows.forEach((row, i) => {
      const fits = text[i].includes(wanted) && (only.value === 'all' || verdict[i] === only.value);
      row.hidden = !fits;
      if (fits) ++count;
    });
    shown.textContent = count;
  };

  // Numbers by their value, those without one last whichever way; texts as the page's language sorts them.
  const key = (row, column) => {
    const cell = row.cells[column];
    if (cell.dataset.value === undefined) return cell.textContent;
    const number = Number(cell.dataset.value);
    return Number.isNaN(number) ? null : number;
  };
  const sort = (column, upward) => {
    const order = rows.map((row, place) => ({row, place, key: key(row, column)}));
    const way = upward ? 1 : -1;
    order.sort((a, b) => {
      if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.place - b.place;
      const by = typeof a.key === 'number' ? a.key - b.key : collator.compare(a.key, b.key);
      return way * by || a.place - b.place;
    });
    body.append(...order.map((one) => one.row));
  };

  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    if (!head.dataset.sort) return;
    // No button element: with one in it Chromium does not repeat a table's head on every sheet of paper.
    const button = document.createElement('span');
    button.setAttribute('role', 'button');
    button.tabIndex = 0;
    button.append(...head.childNodes);
    head.append(button);
    const press = () => {
      const was = head.getAttribute('aria-sort');
      const upward = was ? was === 'descending' : head.dataset.sort === 'up';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', upward ? 'ascending' : 'descending');
      sort(column, upward);
    };
    button.addEventListener('click', press);
    button.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      press();
    });
  });
  find.addEventListener('input', filter);
  only.addEventListener('change', filter);
  controls.hidden = false;
  filter();
})();
