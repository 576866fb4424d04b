import {
  type AlertCounts,
  body,
  type CaseItem,
  client,
  isProblem,
  type Meeting,
  type Risks,
  type Session,
  type UnstaffedGrids,
} from '@fourfold/api';
import { useLive } from '@fourfold/offline/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { soon } from './ask.ts';
import { useMe, usePending, usePhone } from './context.tsx';

/** How an area stands, as it was told last; what this post may not see is left out. */
export interface KeptArea {
  risks: Risks;
  alerts?: AlertCounts;
  unstaffed?: UnstaffedGrids;
  fetchedAt: number;
}

export interface KeptMeeting extends Meeting {
  fetchedAt: number;
}

/** Areas that are kept; the ones not looked at for longest go. */
const areasAtMost = 20;

/** Whether this post leads an area: looks at cases, and supervises or gives out grids. */
export const leads = ({ permissions }: Pick<Session, 'permissions'>): boolean =>
  permissions.includes('cases.read') && permissions.includes('meetings.write');

export type Fetching = 'fetching' | 'fetched' | 'failed';

/** What is kept under a key, and asked for anew while the page is open. */
function useAsked<T extends { fetchedAt: number }>(key: string, ask: () => Promise<Omit<T, 'fetchedAt'>>) {
  const phone = usePhone();
  const kept = useLive(() => phone.db.recall<T>(key), key);
  const [state, setState] = useState<Fetching>('fetching');
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let gone = false;
    void turn;
    setState('fetching');
    ask()
      .then(async (answer) => {
        if (gone) return;
        await phone.db.keep(key, { ...answer, fetchedAt: Date.now() });
        setState('fetched');
      })
      .catch((error: unknown) => {
        if (!isProblem(error)) console.error(error);
        if (!gone) setState('failed');
      });
    return () => {
      gone = true;
    };
  }, [phone, key, ask, turn]);
  const again = useCallback(() => setTurn((times) => times + 1), []);
  useWhenSent(again);
  return { kept, state, again };
}

/** What the person wrote has reached the server: how things stand is asked for anew. */
function useWhenSent(then: () => void) {
  const waiting = usePending().commands.length;
  const before = useRef(waiting);
  useEffect(() => {
    if (waiting < before.current) then();
    before.current = waiting;
  }, [waiting, then]);
}

const areaKey = (person: string, area: string) => `area:${person}:${area}`;

/** An area with all that this post may see of it. */
export function useArea(area: string) {
  const phone = usePhone();
  const me = useMe();
  const person = me.person.id;
  const may = me.permissions;
  const ask = useCallback(async () => {
    const params = { params: { query: { area } }, ...soon() };
    const [risks, alerts, unstaffed] = await Promise.all([
      client.GET('/cases/risks', params).then(body),
      may.includes('alerts.read') ? client.GET('/alerts/counts', params).then(body) : undefined,
      may.includes('grid-workers.read') ? client.GET('/grids/unstaffed', params).then(body) : undefined,
    ]);
    await forgetOldest();
    return { risks, alerts, unstaffed };
    async function forgetOldest() {
      const all = await phone.db.kept.where('key').startsWith(`area:${person}:`).toArray();
      const at = ({ value }: { value: unknown }) => (value as KeptArea).fetchedAt;
      const over = all.sort((a, b) => at(b) - at(a)).slice(areasAtMost);
      await phone.db.kept.bulkDelete(over.map(({ key }) => key));
    }
  }, [phone, person, may, area]);
  return useAsked<KeptArea>(areaKey(person, area), ask);
}

/** The list of an area's weekly meeting. */
export function useMeeting(area: string) {
  const person = useMe().person.id;
  const ask = useCallback(
    async () => body(await client.GET('/cases/meeting', { params: { query: { area } }, ...soon() })),
    [area],
  );
  return useAsked<KeptMeeting>(`meeting:${person}:${area}`, ask);
}

/** A cell that a table reads as text, whatever a person wrote in it. */
const cell = (text: string) => `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** Rows as a file that any table program opens. */
export const csv = (rows: readonly (readonly string[])[]): Blob =>
  new Blob([`\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`], { type: 'text/csv' });

/** Whether the unit this person acts for is to sign for it. */
export const mayJustSign = (item: CaseItem, { post, permissions }: Session): boolean =>
  item.state === 'assigned' && item.handlingUnit?.id === post.unit.id && permissions.includes('work-orders.handle');
