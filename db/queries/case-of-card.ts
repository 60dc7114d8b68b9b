import { type CaseId, caseId } from '../../src/domain/ids.ts';
import type { MessageRef } from '../../src/ports/chat-gateway.ts';
import type { Queryable } from '../database.ts';
import { laneKey } from '../lane.ts';

/** Index `posted_cards_message`. Cards that people talk under hang in channels, whose conversation is the place itself. */
export async function caseOfCard(db: Queryable, card: MessageRef): Promise<CaseId | null> {
  const { platform, tenant, conversation, message } = card;
  const [row] = await db.query<{ case_id: number }>(
    'select case_id from posted_cards where lane = $1::text and message = $2::text',
    [laneKey({ platform, tenant, kind: 'channel', id: conversation }), message],
  );
  return row === undefined ? null : caseId(row.case_id);
}
