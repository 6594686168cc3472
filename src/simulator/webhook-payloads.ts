// The bodies of the webhooks: a learner's message, and a status of a message of the tutor.
import type { Sending } from './entries.ts';
import { type Fault, statusError } from './graph-errors.ts';
import type { Phone } from './phones.ts';
import { ACCOUNT_ID, DISPLAY_NUMBER } from './settings.ts';

export type StatusName = 'sent' | 'delivered' | 'read' | 'failed';

/** Service messages are billed from 1 October 2026 (Meta, pricing updates). */
const SERVICE_BILLED_FROM = Date.UTC(2026, 9, 1);

/** From Graph v24 on, `conversation` appears only for free entry points, which the simulator does not have. */
const CONVERSATION_GONE_FROM = 24;

const seconds = (ms: number): string => String(Math.floor(ms / 1000));

function envelope(phoneNumberId: string, value: object): object {
  return {
    object: 'whatsapp_business_account',
    entry: [
      {
        id: ACCOUNT_ID,
        changes: [
          {
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: DISPLAY_NUMBER, phone_number_id: phoneNumberId },
              ...value,
            },
            field: 'messages',
          },
        ],
      },
    ],
  };
}

// Somebody with a username has no number in webhooks: the fields are left out, not empty.
function contactOf(phone: Phone): object {
  return {
    profile: { name: phone.name, ...(phone.username === undefined ? {} : { username: phone.username }) },
    ...(phone.hidesNumber ? {} : { wa_id: phone.waId }),
    user_id: phone.userId,
  };
}

/** The webhook of one message that a learner sent. `body` is the part that depends on the type; `at` in ms. */
export function messageWebhook(phoneNumberId: string, phone: Phone, id: string, at: number, body: object): object {
  const message = {
    ...(phone.hidesNumber ? {} : { from: phone.waId }),
    from_user_id: phone.userId,
    id,
    timestamp: seconds(at),
    ...body,
  };
  return envelope(phoneNumberId, { contacts: [contactOf(phone)], messages: [message] });
}

function pricingOf(sending: Sending, at: number): object {
  const free = sending.category === 'service' && at < SERVICE_BILLED_FROM;
  return { billable: !free, pricing_model: 'PMP', type: free ? 'free_customer_service' : 'regular', category: sending.category };
}

function conversationOf(sending: Sending, phone: Phone, status: StatusName, at: number): object {
  if (sending.version >= CONVERSATION_GONE_FROM) return {};
  const day = Math.floor(at / 86_400_000);
  const expiry = status === 'sent' ? { expiration_timestamp: seconds(at + 86_400_000) } : {};
  return { conversation: { id: `${phone.userId}.${day}`, ...expiry, origin: { type: sending.category } } };
}

/**
 * The webhook of one status; `at` in ms. `contacts` stands beside sent, delivered and read but not failed, and a
 * failed send that used a number names no user id (Meta, business-scoped user ids).
 */
export function statusWebhook(phoneNumberId: string, phone: Phone, id: string, status: StatusName, at: number, sending: Sending, fault?: Fault): object {
  const failed = status === 'failed';
  const item = {
    id,
    status,
    timestamp: seconds(at),
    ...(phone.hidesNumber && !sending.byNumber ? {} : { recipient_id: phone.waId }),
    ...(failed && sending.byNumber ? {} : { recipient_user_id: phone.userId }),
    ...(sending.callbackData === undefined ? {} : { biz_opaque_callback_data: sending.callbackData }),
    ...(failed ? { errors: [statusError(fault ?? { code: 131000 })] } : { ...conversationOf(sending, phone, status, at), pricing: pricingOf(sending, at) }),
  };
  return envelope(phoneNumberId, { ...(failed ? {} : { contacts: [contactOf(phone)] }), statuses: [item] });
}
