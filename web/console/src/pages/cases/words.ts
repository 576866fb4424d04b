import type { AlertSummary, CaseItem, TimelineEntry, WorkOrder } from '@fourfold/api';
import { useMemo } from 'react';
import { known, useI18n } from '../../i18n.ts';
import { useWords as useSeaWords } from '../../words.ts';

/** Codes of cases and work orders as sentences, beside the numbers of the sea page. */
export function useCaseWords() {
  const i18n = useI18n();
  const sea = useSeaWords();
  return useMemo(() => words(i18n, sea), [i18n, sea]);
}

export type CaseWords = ReturnType<typeof words>;

function words({ t, format }: ReturnType<typeof useI18n>, sea: ReturnType<typeof useSeaWords>) {
  /** A code of a list; the code itself when it has no words yet. */
  const code = (list: string, value: string): string => {
    const key = known(`${list}.${value}`);
    return key ? t(key as 'verb.save') : value;
  };

  const rule = (ruleCode: string, zone: string | null | undefined): string =>
    ruleCode === 'zone-entry'
      ? t('case.rule.zone-entry', { zone: zone ?? t('case.zoneUnknown') })
      : code('case.rule', ruleCode);

  const title = ({ title: given, number }: Pick<CaseItem, 'title' | 'number'>): string => {
    const { name, mmsi, rule: ruleCode, zone, what } = given.parameters ?? {};
    if (what) return given.text ? `${code('told', what)} · ${given.text}` : code('told', what);
    if (given.text) return given.text;
    if (!ruleCode) return number || t('case.untitled');
    return t('case.title.alert', { name: name || mmsi || t('case.unnamed'), rule: rule(ruleCode, zone) });
  };

  /** "22 min left", "5 min late", and whether it is late. */
  const due = (at: string, now: number): { text: string; late: boolean } => {
    const left = Date.parse(at) - now;
    return left >= 0
      ? { text: t('case.left', { span: sea.span(left) }), late: false }
      : { text: t('case.over', { span: sea.span(-left) }), late: true };
  };

  const happened = (entry: TimelineEntry): string => code('timeline', entry.code);

  const listOf = (kind: TimelineEntry['kind'], entryCode: string): string => {
    if (kind === 'outcome' || entryCode === 'work-order.report') return 'outcomeReason';
    return entryCode === 'work-order.return' ? 'workOrder.returnReason' : 'caseReason';
  };

  /** The numbers and names of an entry that a reader wants beside it. */
  const details = (entry: TimelineEntry): string[] => {
    const said = entry.parameters;
    const text = (name: string) => (typeof said[name] === 'string' ? (said[name] as string) : null);
    const result = text('result') ?? text('outcome');
    const reason = text('reason');
    const seized = Array.isArray(said.seized) ? (said.seized as { kind: string; number: number; unit: string }[]) : [];
    return [
      text('number'),
      text('unit'),
      result ? code('outcome', result) : null,
      reason ? code(listOf(entry.kind, entry.code), reason) : null,
      ...seized.map((item) => goods(item)),
      typeof said.photos === 'number' ? t('timeline.photos', { count: said.photos }) : null,
      typeof said.sounds === 'number' ? t('timeline.sounds', { count: said.sounds }) : null,
      said.byHand === true ? t('timeline.byHand') : null,
      typeof said.accuracyMetres === 'number'
        ? t('timeline.accuracy', { metres: format.number(said.accuracyMetres) })
        : null,
      text('dueAt') ? `${t('orders.due')} ${format.time(text('dueAt') ?? '')}` : null,
    ].filter((part) => part !== null && part !== '') as string[];
  };

  const goods = (item: { kind: string; number: number; unit: string }): string =>
    `${code('seized.kind', item.kind)} ${format.number(item.number, Number.isInteger(item.number) ? 0 : 2)} ${code('seized.unit', item.unit)}`;

  const vessel = ({ subject }: Pick<AlertSummary, 'subject'>): string =>
    [subject.name, subject.mmsi, subject.callSign].filter(Boolean).join(' · ') || t('case.unnamed');

  /** The shortest that tells it from another: its name, else its number. */
  const vesselName = (subject: AlertSummary['subject']): string =>
    subject.name || (subject.mmsi ? String(subject.mmsi) : t('case.unnamed'));

  /** What the unit is to do; the title says again what the case is. */
  const order = (of: WorkOrder): string => of.instruction || of.title;

  return { ...sea, code, rule, title, due, happened, details, goods, vessel, vesselName, order };
}
