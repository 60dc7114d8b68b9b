/**
 * The statements of the outbox, one round trip each. Gates and leases use the server's clock, so replicas agree.
 *
 * `claim`: walks the lanes that have something unsent by skipping through the index (an idle look is one probe, however
 * many lanes there are), locks those whose gate is open, and leases the head of each. Two locks, neither ever waited
 * for: the lane against other replicas, the head against a commit that is just asking for that card again. A head that
 * is not free leaves its lane for the next round; it is never overtaken. (`held` asks for `done_at is null`, which says
 * the same as the two states, because those would tempt the planner to read the whole backlog instead of twenty rows.)
 *
 * $1 at most so many, $2 lease in milliseconds.
 */
export const claimStatement = `
with recursive busy as (
  (select lane, id from outbox where state in ('pending', 'sending') order by lane, id limit 1)
  union all
  select next.lane, next.id from busy cross join lateral (
    select o.lane, o.id from outbox o
     where o.state in ('pending', 'sending') and o.lane > busy.lane order by o.lane, o.id limit 1
  ) next
),
head as (
  select l.key, l.platform, l.tenant, l.kind, l.place_id, busy.id
    from busy join lanes l on l.key = busy.lane
   where l.next_at <= now() and l.lease_until < now()
   order by busy.id limit $1::int
     for no key update of l skip locked
),
held as (
  select h.*, o.case_id, o.person_id, o.notice, o.attempts, o.first_tried_at
    from head h join outbox o on o.id = h.id
   where o.done_at is null for no key update of o skip locked
),
taken as (
  update outbox o set state = 'sending', attempts = o.attempts + 1, first_tried_at = coalesce(o.first_tried_at, now())
    from held where o.id = held.id
),
leased as (
  update lanes l set lease_until = now() + $2::float8 * interval '1 ms', lease_token = gen_random_uuid()
    from held where l.key = held.key
  returning l.key, l.lease_token
)
select held.*, leased.lease_token, card.conversation, card.message,
       note.conversation as note_conversation, note.message as note_message
  from held
  join leased on leased.key = held.key
  left join posted_cards card on card.case_id = held.case_id and card.lane = held.key
  left join posted_notes note on note.case_id = held.case_id and note.lane = held.key and note.said = held.notice -> 'said'
 order by held.id`;

/**
 * $1 lane, $2 lease, $3 outbox id, $4 was something posted, $5 conversation, $6 message.
 * What was sent was sent, also when the lease ran out meanwhile; but only the holder opens the lane.
 */
export const deliveredStatement = `
with opened as (
  update lanes set lease_until = '-infinity', lease_token = null,
                   next_at = case when $4::boolean then now() + gap_ms * interval '1 ms' else next_at end
   where key = $1::text and lease_token = $2::text::uuid
),
done as (
  update outbox set state = case when $4::boolean then 'sent' else 'superseded' end, done_at = now(), last_error = null
   where id = $3::bigint and state in ('pending', 'sending', 'dead')
  returning case_id, lane, type, notice
),
note as (
  insert into posted_notes (case_id, lane, said, conversation, message)
  select case_id, lane, notice -> 'said', $5::text, $6::text from done where $4::boolean and type in ('note', 'change-card')
  on conflict (case_id, lane, said) do update set conversation = excluded.conversation, message = excluded.message
)
insert into posted_cards (case_id, lane, conversation, message)
select case_id, lane, $5::text, $6::text from done where $4::boolean and type = 'card'
on conflict (case_id, lane) do update set
  conversation = excluded.conversation, message = excluded.message,
  posted_at = case when posted_cards.message = excluded.message then posted_cards.posted_at else excluded.posted_at end`;

const release = `
with mine as (
  update lanes set lease_until = '-infinity', lease_token = null, next_at = now() + $3::float8 * interval '1 ms'
   where key = $1::text and lease_token = $2::text::uuid
  returning key
)`;

/**
 * $1 lane, $2 lease, $3 wait in milliseconds, $4 outbox id, $5 error, $6 forget the card, $7 the platform asked us to
 * wait: the attempt is not counted. The message stays the head.
 */
export const retryStatement = `${release},
kept as (
  update outbox o set last_error = $5::text, attempts = case when $7::boolean then o.attempts - 1 else o.attempts end
    from mine where o.id = $4::bigint and o.state = 'sending'
  returning o.case_id, o.lane, o.type, o.notice -> 'said' as said
),
note as (
  delete from posted_notes n using kept
   where $6::boolean and kept.type = 'change-card' and n.case_id = kept.case_id and n.lane = kept.lane and n.said = kept.said
)
delete from posted_cards p using kept
 where $6::boolean and kept.type <> 'change-card' and p.case_id = kept.case_id and p.lane = kept.lane`;

/** $1 lane, $2 lease, $3 wait in milliseconds, $4 outbox id, $5 error. */
export const deadStatement = `${release}
update outbox o set state = 'dead', done_at = now(), last_error = $5::text
  from mine where o.id = $4::bigint and o.state = 'sending'`;

/**
 * $1 outbox id. An earlier attempt may have gone through unseen, so the next one still counts as a second: it looks
 * before it posts. A card that is pending again anyway needs no second sending.
 */
export const reviveStatement = `
update outbox o
   set state = case when card.pending then 'superseded' else 'pending' end,
       done_at = case when card.pending then now() end, attempts = least(o.attempts, 1)
  from (select exists (
          select 1 from outbox dead join outbox p on p.case_id = dead.case_id and p.lane = dead.lane
           where dead.id = $1::bigint and dead.type = 'card' and p.type = 'card' and p.state = 'pending') as pending) card
 where o.id = $1::bigint and o.state = 'dead'
returning o.id`;

/**
 * $1 lane, $2 lease, $3 wait in milliseconds, $4 outbox id, $5 until, $6 at, both by the clock the reminders go by. What
 * was taken off the list for this message keeps its record; it waits again under a new one.
 */
export const putBackStatement = `${release},
taken as (
  update outbox o set state = 'superseded', done_at = now(), last_error = 'its reader is at rest'
    from mine where o.id = $4::bigint and o.state = 'sending' and o.type = 'nudges'
  returning o.person_id, o.notice
)
insert into nudges (person_id, case_id, nudge, leaves_at, owed_at)
select taken.person_id, (one.nudge ->> 'caseId')::bigint, one.nudge - 'caseId', to_timestamp($5::float8 / 1000),
       to_timestamp($6::float8 / 1000)
  from taken, jsonb_array_elements(taken.notice -> 'nudges') as one(nudge)`;
