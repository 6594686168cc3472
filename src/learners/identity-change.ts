// Follows a learner to another phone number or business-scoped user id.
import type { IdentityChange } from '../channels/whatsapp/inbound.ts';
import type { Statement, Store } from '../store/postgres.ts';

const findLearner: Statement = {
  name: 'find-changed-learner',
  text: `select user_id from identities where value in ($1, $2) order by (kind = 'bsuid') desc limit 1`,
};

// A name that already belongs to somebody else stays theirs.
const addName: Statement = {
  name: 'add-changed-name',
  text: `
    with added as (insert into identities (value, kind, user_id) values ($1, $2, $3) on conflict (value) do nothing)
    select not exists (select from identities where value = $1 and user_id <> $3) as mine`,
};

const dropName: Statement = { name: 'drop-changed-name', text: 'delete from identities where value = $1 and user_id = $2' };

const moveNumber: Statement = {
  name: 'move-number',
  text: `
    update users u set whatsapp_id = ltrim($1, '+'), phone_number = $1
    where u.id = $2 and not exists (select from users other where other.whatsapp_id = ltrim($1, '+') and other.id <> u.id)`,
};

/** Applies one change; a second time it changes nothing. The old number is let go once there is a new one: the operator may give it to somebody else. */
export async function followIdentityChange(store: Store, { previous, current }: IdentityChange): Promise<void> {
  await store.transaction(async ({ run }) => {
    const [learner] = await run<{ user_id: string }>(findLearner, [previous.bsuid, previous.phone]);
    if (!learner) return;
    const follow = async (kind: 'bsuid' | 'phone') => {
      const value = current[kind];
      if (value === null || value === previous[kind]) return;
      const [added] = await run<{ mine: boolean }>(addName, [value, kind, learner.user_id]);
      if (!added!.mine) return;
      if (kind === 'phone') await run(moveNumber, [value, learner.user_id]);
      if (previous[kind] !== null) await run(dropName, [previous[kind], learner.user_id]);
    };
    await follow('bsuid');
    await follow('phone');
  });
}
