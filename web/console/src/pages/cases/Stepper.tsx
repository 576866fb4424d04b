import type { AlertSummary, CaseDetail, Step } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { useI18n } from '../../i18n.ts';
import { useCaseWords } from './words.ts';

/** Observation → track → alert → case → work order → outcome: how far the loop has come. */
export function Stepper({ shown }: { shown: CaseDetail }) {
  const { t } = useI18n();
  const now = current(shown);
  return (
    <ol className="stepper" aria-label={t('step.label')}>
      {shown.stepper.map((step, index) => (
        <StepMark
          key={step.step}
          step={step}
          number={index + 1}
          standing={standing(index, now)}
          subject={shown.alerts[0]?.alert.subject}
        />
      ))}
    </ol>
  );
}

type Standing = 'done' | 'now' | 'later';

/** The step that is being worked on; past the last one when the case is at its end. */
function current(shown: CaseDetail): number {
  const order = shown.stepper.findIndex((step) => step.step === 'workOrder');
  const outcome = shown.stepper.findIndex((step) => step.step === 'outcome');
  if (shown.outcome || shown.closedAt) return shown.stepper.length;
  return shown.state === 'resolved' || shown.state === 'verified' ? outcome : order;
}

const standing = (index: number, now: number): Standing => (index < now ? 'done' : index === now ? 'now' : 'later');

interface StepMarkProps {
  step: Step;
  number: number;
  standing: Standing;
  /** The vessel that the first alert is about. */
  subject: AlertSummary['subject'] | undefined;
}

function StepMark({ step, number, standing: where, subject }: StepMarkProps) {
  const { t, format } = useI18n();
  const says = useStepWords(subject);
  return (
    <li data-standing={where} aria-current={where === 'now' ? 'step' : undefined}>
      <span className="step-mark">{where === 'done' ? <Icon name="check" size={16} /> : number}</span>
      <span className="step-text">
        <b>{t(`step.${step.step}`)}</b> {step.at ? <time dateTime={step.at}>{format.clock(step.at)}</time> : null}
        <small>{says(step)}</small>
      </span>
      <span className="visually-hidden">{t(`step.${where}`)}</span>
    </li>
  );
}

function useStepWords(subject: AlertSummary['subject'] | undefined): (step: Step) => string {
  const { t } = useI18n();
  const say = useCaseWords();
  const text = (value: unknown) => (value === null || value === undefined ? '' : String(value));
  return ({ step, parameters }) => {
    switch (step) {
      case 'observation':
        return say.code('step.source', text(parameters.source));
      case 'track':
        return subject ? say.vesselName(subject) : text(parameters.trackId).slice(0, 8);
      case 'alert':
        return t('step.alertCount', { number: text(parameters.number), count: text(parameters.count) });
      case 'case':
        return text(parameters.number);
      case 'workOrder':
        return parameters.count
          ? t('step.orders', { count: text(parameters.count), done: text(parameters.done) })
          : t('step.noOrders');
      case 'outcome':
        return parameters.outcome ? say.code('outcome', text(parameters.outcome)) : t('step.pending');
    }
  };
}
