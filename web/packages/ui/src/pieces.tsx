import type { ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';

/** A key cap, as printed beside the action it triggers. */
export function Key({ children }: { children: ReactNode }) {
  return <kbd className="key">{children}</kbd>;
}

/** A number that matters, under its small label. */
export function Fact({ label, unit, tone, children }: FactProps) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd data-tone={tone}>
        {children}
        {unit ? <span className="unit">{unit}</span> : null}
      </dd>
    </div>
  );
}

export interface FactProps {
  label: string;
  unit?: string;
  tone?: 'l1' | 'l2' | 'l3' | 'ok';
  children: ReactNode;
}

export interface StateCardProps {
  icon: IconName;
  tone?: 'ok' | 'accent' | 'l1' | 'l2';
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

/** Empty, no permission, offline, broken: one sentence, what was checked, what to do. */
export function StateCard({ icon, tone = 'accent', title, children, actions }: StateCardProps) {
  return (
    <section className="state-card">
      <span className="state-icon" data-tone={tone}>
        <Icon name={icon} size={40} strokeWidth={1.5} />
      </span>
      <h2>{title}</h2>
      {children ? <div className="state-text">{children}</div> : null}
      {actions ? <div className="state-actions">{actions}</div> : null}
    </section>
  );
}

/** Grey bars in the shape of what will come; shown over the last known data, never instead of it. */
export function Skeleton({ rows = 3, label }: { rows?: number; label: string }) {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => `row ${row}`).map((row) => (
        <div className="skeleton-row" key={row}>
          <span style={{ width: '38%' }} />
          <span style={{ width: '72%' }} />
          <span style={{ width: '56%' }} />
        </div>
      ))}
    </div>
  );
}

/** A coloured dot that is never alone: the word follows. */
export function Dot({ tone }: { tone: 'ok' | 'l1' | 'l2' | 'off' }) {
  return <span className="dot" data-tone={tone} aria-hidden="true" />;
}
