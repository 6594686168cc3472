// Turns a bubble into the JSON that Meta's messages endpoint takes, within its limits.
import { readPhone, readBsuid } from './person.ts';
import type { Person } from './person.ts';
import { BubbleFault, checkId, checkUnique, fit, limits } from './limits.ts';

export type Button = { id: string; title: string };
export type ListRow = { id: string; title: string; description?: string };

/** One message to a learner: text alone, with up to three buttons, or with a list of up to ten rows; or an approved template, whose `text` is then only what we log. */
export type Bubble = {
  text: string
  buttons?: readonly Button[]
  list?: { open: string; rows: readonly ListRow[] }
  template?: { name: string; language: string; parameters: readonly string[] }
};

/** How phone numbers are written in `to`: Meta recommends the plus sign and accepts bare digits. */
export type NumberFormat = 'plus' | 'digits';

/** `body` is the request body; `shortened` says that some text had to be cut to fit, which is worth a warning. */
export type GraphMessage = { body: Record<string, unknown>; shortened: boolean };

/**
 * The body of `POST /{phone-number-id}/messages`. Limits are Meta's (see limits.ts): texts that are too long are cut at a
 * word and reported; what cannot be mended is a BubbleFault naming the field.
 * A phone number goes into `to`, a business-scoped user id into `recipient`: in `to` Meta would accept it and deliver nothing.
 * `tag` comes back in every status as `biz_opaque_callback_data`.
 */
export function toGraphMessage(bubble: Bubble, to: Person, tag: string | null, numbers: NumberFormat = 'plus'): GraphMessage {
  const note = { shortened: false };
  const body: Record<string, unknown> = { messaging_product: 'whatsapp', recipient_type: 'individual', ...address(to, numbers), ...content(bubble, note) };
  if (tag !== null) {
    if (tag.length > limits.tag) throw new BubbleFault('tag', `longer than ${limits.tag} characters`);
    body.biz_opaque_callback_data = tag;
  }
  return { body, shortened: note.shortened };
}

function address(to: Person, numbers: NumberFormat): Record<string, string> {
  // If both were sent, `to` would win; the number is also the one that every kind of message accepts.
  const phone = readPhone(to.phone);
  if (phone !== null) return { to: numbers === 'plus' ? phone : phone.slice(1) };
  const bsuid = readBsuid(to.bsuid);
  if (bsuid !== null) return { recipient: bsuid };
  throw new BubbleFault('to', 'neither a phone number nor a business-scoped user id');
}

type Note = { shortened: boolean };

function content(bubble: Bubble, note: Note): Record<string, unknown> {
  const { text, list, template } = bubble;
  const buttons = bubble.buttons?.length ? bubble.buttons : undefined;
  if (template !== undefined) {
    if (buttons !== undefined || list !== undefined) throw new BubbleFault('template', 'a template brings its own buttons');
    return { type: 'template', template: templateOf(template, note) };
  }
  if (list !== undefined) {
    if (buttons !== undefined) throw new BubbleFault('list', 'a message has buttons or a list, not both');
    return { type: 'interactive', interactive: { type: 'list', body: { text: fit('text', text, limits.listBody, note) }, action: listAction(list, note) } };
  }
  if (buttons !== undefined) {
    return { type: 'interactive', interactive: { type: 'button', body: { text: fit('text', text, limits.buttonBody, note) }, action: { buttons: replies(buttons, note) } } };
  }
  return { type: 'text', text: { body: fit('text', text, limits.text, note) } };
}

function replies(buttons: readonly Button[], note: Note): unknown[] {
  if (buttons.length > limits.buttons) throw new BubbleFault('buttons', `more than ${limits.buttons}`);
  const fitted = buttons.map(({ id, title }, i) => ({
    type: 'reply',
    reply: { id: checkId(`buttons[${i}].id`, id, limits.buttonId), title: fit(`buttons[${i}].title`, title, limits.buttonTitle, note) },
  }));
  checkUnique('buttons', 'id', fitted.map(({ reply }) => reply.id));
  checkUnique('buttons', 'title', fitted.map(({ reply }) => reply.title));
  return fitted;
}

function listAction({ open, rows }: NonNullable<Bubble['list']>, note: Note): Record<string, unknown> {
  if (rows.length === 0) throw new BubbleFault('list.rows', 'empty');
  if (rows.length > limits.rows) throw new BubbleFault('list.rows', `more than ${limits.rows}`);
  const fitted = rows.map(({ id, title, description }, i) => ({
    id: checkId(`list.rows[${i}].id`, id, limits.rowId),
    title: fit(`list.rows[${i}].title`, title, limits.rowTitle, note),
    ...(description === undefined || description.trim() === '' ? {} : { description: fit(`list.rows[${i}].description`, description, limits.rowDescription, note) }),
  }));
  checkUnique('list.rows', 'id', fitted.map(({ id }) => id));
  return { button: fit('list.open', open, limits.listOpen, note), sections: [{ rows: fitted }] };
}

function templateOf({ name, language, parameters }: NonNullable<Bubble['template']>, note: Note): Record<string, unknown> {
  if (!/^[a-z0-9_]{1,512}$/.test(name)) throw new BubbleFault('template.name', 'not lower-case letters, digits and underscores');
  if (!/^[a-z]{2,3}(_[A-Z]{2,3})?$/.test(language)) throw new BubbleFault('template.language', 'not a language code such as es or pt_BR');
  const fitted = parameters.map((parameter, i) => ({
    type: 'text',
    // Meta refuses a parameter with a line break, a tab or more than four spaces in a row.
    text: fit(`template.parameters[${i}]`, parameter.replace(/\s+/g, ' ').trim(), limits.templateParameter, note),
  }));
  return { name, language: { code: language }, ...(fitted.length === 0 ? {} : { components: [{ type: 'body', parameters: fitted }] }) };
}
