// The bottom sheet that a list message opens: its rows, keyboard and focus.
import { byId, make } from './dom.js';

let opener;

const others = () => [...byId('screen').children].filter((child) => child !== byId('sheet-veil'));

/** Closes the sheet and gives the focus back to what opened it. */
export function closeSheet() {
  if (byId('sheet-veil').hidden) return;
  byId('sheet-veil').hidden = true;
  for (const part of others()) part.inert = false;
  opener?.focus();
}

/** Shows a list's sections; `choose` gets the id of the row that is tapped. */
export function openSheet(list, from, choose) {
  opener = from;
  byId('sheet-title').textContent = list.button;
  const rows = list.sections.flatMap((section) => [
    ...(section.title === undefined ? [] : [make('h4', { text: section.title })]),
    ...section.rows.map((row) =>
      make(
        'button',
        {
          type: 'button',
          className: 'sheet-row',
          testid: 'list-row',
          attributes: { 'data-choice': row.id },
          on: {
            click: () => {
              closeSheet();
              choose(row.id);
            },
          },
        },
        make('span', { className: 'row-title', text: row.title }),
        row.description === undefined ? undefined : make('span', { className: 'row-description', text: row.description }),
      ),
    ),
  ]);
  byId('sheet-rows').replaceChildren(...rows);
  byId('sheet-veil').hidden = false;
  for (const part of others()) part.inert = true;
  byId('sheet-rows').querySelector('button')?.focus();
}

/** Escape, the veil and the cross close it; the arrows move between rows. */
export function wireSheet() {
  byId('sheet-close').addEventListener('click', closeSheet);
  byId('sheet-veil').addEventListener('click', (event) => event.target === byId('sheet-veil') && closeSheet());
  byId('sheet').addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeSheet();
    const rows = [...byId('sheet-rows').querySelectorAll('button')];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || rows.length === 0) return;
    event.preventDefault();
    rows[(rows.indexOf(document.activeElement) + step + rows.length) % rows.length].focus();
  });
}
