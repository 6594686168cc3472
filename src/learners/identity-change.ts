// Follows a learner to another phone number or business-scoped user id.
import type { IdentityChange } from '../channels/whatsapp/inbound.ts';
import type { Statement, Store } from '../store/postgres.ts';

// Found by any earlier name, the business-scoped id first. A name that already belongs to somebody else stays theirs.
const followIdentity: Statement = {
  name: 'follow-identity',
  text: `
    with learner as (
      select user_id from identities where value in ($1, $2) order by (kind = 'bsuid') desc limit 1
    ), named as (
      insert into identities (value, kind, user_id)
      select value, kind, user_id from learner, (values ($3::varchar, 'bsuid'), ($4::varchar, 'phone')) as known(value, kind) where value is not null
      on conflict (value) do nothing
    ), unnamed as (
      delete from identities i using learner l where i.user_id = l.user_id and ((i.value = $1 and $3::varchar is not null and $3 <> $1) or (i.value = $2 and $4::varchar is not null and $4 <> $2))
    )
    update users u set whatsapp_id = ltrim($4, '+'), phone_number = $4 from learner l
    where u.id = l.user_id and $4::varchar is not null and not exists (select from users other where other.whatsapp_id = ltrim($4, '+') and other.id <> u.id)`,
};

/** Applies one change; a second time it changes nothing. The old number is let go: the operator may give it to somebody else. */
export async function followIdentityChange(store: Store, { previous, current }: IdentityChange): Promise<void> {
  await store.run(followIdentity, [previous.bsuid, previous.phone, current.bsuid, current.phone]);
}
