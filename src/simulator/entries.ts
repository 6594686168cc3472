// One line of a conversation as the phone shows it, and how a message from the tutor becomes one.
import type { Fault } from './graph-errors.ts';
import type { OutgoingMessage } from './send-message.ts';

export type Choice = { id: string; title: string; description?: string };

/** What a bubble holds. `note` says in words what stands where a picture, voice note or place would be. */
export type Content = {
  kind: 'text' | 'interactive' | 'template' | 'image' | 'video' | 'document' | 'audio' | 'sticker' | 'location' | 'reaction';
  header?: string;
  text?: string;
  footer?: string;
  note?: string;
  /** Where the picture or sound is, when it has an address of its own. */
  link?: string;
  buttons?: Choice[];
  list?: { button: string; sections: { title?: string; rows: Choice[] }[] };
  action?: { label: string; url: string };
};

/** How far a message has come. Learner's messages: pending until the webhook is answered 200. */
export type Progress = 'pending' | 'sent' | 'delivered' | 'read' | 'failed';

/** What the tutor's send asked for, needed again in each status. */
export type Sending = {
  /** Graph version of the request, for example 25. */
  version: number;
  /** True when the send used a phone number, false when it used a business-scoped user id. */
  byNumber: boolean;
  category: 'service' | 'utility' | 'marketing' | 'authentication';
  callbackData?: string;
};

export type Entry = {
  id: string;
  from: 'learner' | 'tutor';
  /** Milliseconds since 1970, simulated. */
  at: number;
  progress: Progress;
  content: Content;
  /** The message this one answers. */
  quoted?: string;
  /** Latest reaction of each side. */
  reactions: { learner?: string; tutor?: string };
  /** Choices that were tapped, latest last. */
  tapped: string[];
  failure?: Fault;
  sending?: Sending;
  /** The webhook of a learner's message while no 200 has come for it; posted again after a restart. */
  unacknowledged?: object;
};

/** A template as the business registered it: words with {{1}} placeholders, and quick replies. */
export type Template = { category?: Exclude<Sending['category'], 'service'>; body?: string; buttons?: string[] };

/** The bubble of a message that the tutor sent. */
export function contentOf(message: OutgoingMessage, templates: Readonly<Record<string, Template>>): Content {
  switch (message.type) {
    case 'text':
      return { kind: 'text', text: message.text.body };
    case 'interactive':
      return interactiveContent(message.interactive);
    case 'template':
      return templateContent(message.template, templates[message.template.name]);
    case 'image':
    case 'video':
    case 'document':
      return mediaContent(message.type, mediaOf(message));
    case 'audio':
      return { kind: 'audio', note: 'Voice note', ...linkOf(message.audio) };
    case 'sticker':
      return { kind: 'sticker', note: 'Sticker', ...linkOf(message.sticker) };
    case 'location':
      return { kind: 'location', note: message.location.name ?? `${message.location.latitude}, ${message.location.longitude}` };
    case 'reaction':
      return { kind: 'reaction', text: message.reaction.emoji };
  }
}

type Media = { link?: string | undefined; caption?: string | undefined; filename?: string | undefined };

function mediaOf(message: Extract<OutgoingMessage, { type: 'image' | 'video' | 'document' }>): Media {
  if (message.type === 'image') return message.image;
  return message.type === 'video' ? message.video : message.document;
}

const linkOf = (media: Media): { link?: string } => (media.link === undefined ? {} : { link: media.link });

function mediaContent(kind: 'image' | 'video' | 'document', media: Media): Content {
  const names = { image: 'Photo', video: 'Video', document: media.filename ?? 'Document' };
  return { kind, note: names[kind], ...linkOf(media), ...(media.caption === undefined ? {} : { text: media.caption }) };
}

function interactiveContent(sent: Extract<OutgoingMessage, { type: 'interactive' }>['interactive']): Content {
  const content: Content = { kind: 'interactive', text: sent.body.text };
  if ('header' in sent && sent.header !== undefined) {
    if (sent.header.type === 'text') content.header = sent.header.text;
    else content.note = { image: 'Photo', video: 'Video', document: 'Document' }[sent.header.type];
  }
  if ('footer' in sent && sent.footer !== undefined) content.footer = sent.footer.text;
  if (sent.type === 'button') content.buttons = sent.action.buttons.map((button) => button.reply);
  if (sent.type === 'list') {
    content.list = {
      button: sent.action.button,
      sections: sent.action.sections.map((part) => ({
        ...(part.title === undefined ? {} : { title: part.title }),
        rows: part.rows.map(({ id, title, description }) => ({ id, title, ...(description === undefined ? {} : { description }) })),
      })),
    };
  }
  if (sent.type === 'cta_url') content.action = { label: sent.action.parameters.display_text, url: sent.action.parameters.url };
  return content;
}

function templateContent(sent: Extract<OutgoingMessage, { type: 'template' }>['template'], known: Template | undefined): Content {
  const parts = sent.components ?? [];
  const values = parts.filter((part) => part.type === 'body').flatMap((part) => part.parameters ?? []).map((one) => one.text ?? '');
  const text = known?.body?.replace(/\{\{(\d+)\}\}/g, (_, place: string) => values[Number(place) - 1] ?? '') ?? [`[${sent.name}]`, ...values].join('\n');
  const quick = parts.filter((part) => part.type === 'button' && part.sub_type === 'quick_reply');
  const buttons = quick.map((part, place) => {
    const title = known?.buttons?.[Number(part.index ?? place)] ?? `Reply ${place + 1}`;
    return { id: part.parameters?.[0]?.payload ?? title, title };
  });
  return { kind: 'template', text, ...(buttons.length === 0 ? {} : { buttons }) };
}

/** Every choice of a bubble, buttons and list rows alike. */
export function choicesOf(content: Content): Choice[] {
  return [...(content.buttons ?? []), ...(content.list?.sections.flatMap((part) => part.rows) ?? [])];
}
