// How a learner's message reads in the conversation log.
import type { Content } from '../channels/whatsapp/inbound.ts';

/** The log's text and message type of what a learner sent. */
export function loggedAs(content: Content): { content: string; type: 'text' | 'audio' | 'image' } {
  if (content.kind === 'text') return { content: content.text, type: 'text' };
  if (content.kind === 'tap') return { content: content.title, type: 'text' };
  if (content.kind === 'media') {
    const type = content.media === 'audio' ? 'audio' : content.media === 'image' ? 'image' : 'text';
    return { content: content.caption ?? `[${content.media}]`, type };
  }
  return { content: `[${content.kind}]`, type: 'text' };
}
