import { causationId } from '../../src/domain/ids.ts';
import type { FormValues } from '../../src/ports/form.ts';
import type { Company } from './company.ts';

const tellings = [
  '앱이 안 열려요. 결제하던 중에 멈췄습니다',
  '결제 중에 앱이 멈췄어요, 안 열립니다',
  '앱이 멈춰서 결제를 못 하고 있어요',
  '결제하다가 앱이 멈췄습니다. 다시 열어도 안 열려요',
];

/** One outage, told by so many customers to everybody in customer service, by every replica in turn; how long each filing took, in milliseconds. */
export async function pour(
  { replicas }: Company,
  count: number,
  { from = 0, atOnce = 4 }: { readonly from?: number; readonly atOnce?: number } = {},
): Promise<readonly number[]> {
  const took: number[] = [];
  let next = from;
  const one = async (n: number): Promise<void> => {
    const meari = replicas[n % replicas.length];
    if (meari === undefined) throw new Error('nobody is there');
    const values: FormValues = {
      channel: 'phone',
      kind: 'complaint',
      words: `${tellings[n % tellings.length]}. 주문 ${100_000 + n}`,
      experience: '앱이 멈춰 결제를 못 했다',
      wants: ['explanation'],
      department: 'operations',
      signals: ['K2'],
      customer: `customer${n}@shop.test`,
    };
    const start = performance.now();
    const reply = await meari.receive({
      id: causationId(`surge:${n}`),
      user: { platform: 'slack', tenant: 'T0SANDBOX', id: n % 2 === 0 ? 'U0DURI' : 'U0MIRAE' },
      locale: null,
      at: meari.now(),
      surface: 'elsewhere',
      gesture: { type: 'submit', step: 'file', context: {}, values },
    });
    took.push(performance.now() - start);
    if (reply.type !== 'done') throw new Error(`not filed: ${JSON.stringify(reply)}`);
  };
  const line = async (): Promise<void> => {
    for (let n = next++; n < from + count; n = next++) await one(n);
  };
  await Promise.all(Array.from({ length: atOnce }, line));
  return took;
}
