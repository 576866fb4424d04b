import type { GridShift } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { Button, Input } from 'antd';
import { useI18n } from '../../i18n.ts';
import { added, barOf, faultOf, minuteOf, mostShifts, officeHours, timeOf, weekdays } from './shifts.ts';

/** A week of duty: a bar a shift where it stands in the day, and beside it the hours in figures. */
export function Week({ shifts }: { shifts: readonly GridShift[] }) {
  const { t } = useI18n();
  if (shifts.length === 0) return <p className="hint">{t('post.noHours')}</p>;
  return (
    <table className="grids-week">
      <caption className="visually-hidden">{t('post.shifts')}</caption>
      <tbody>
        {weekdays.map((weekday) => {
          const own = shifts.filter((shift) => shift.weekday === weekday);
          return (
            <tr key={weekday}>
              <th scope="row">{t(`weekday.${weekday}`)}</th>
              <td>
                <div className="grids-day" aria-hidden="true">
                  {own.map((shift) => {
                    const { left, width } = barOf(shift);
                    return <span key={shift.from} style={{ left: `${left}%`, width: `${width}%` }} />;
                  })}
                </div>
              </td>
              <td className="grids-hours">
                {own.length === 0
                  ? '—'
                  : own.map(({ from, until }) => `${timeOf(from)}–${timeOf(until)}`).join(t('post.hoursAnd'))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export interface ShiftsProps {
  shifts: readonly GridShift[];
  onChange(shifts: GridShift[]): void;
}

/** The same week to be changed: as many pieces a day as one likes. */
export function Shifts({ shifts, onChange }: ShiftsProps) {
  const { t } = useI18n();
  const wrong = faultOf(shifts);
  const change = (index: number, part: Partial<GridShift>) =>
    onChange(shifts.map((shift, i) => (i === index ? { ...shift, ...part } : shift)));
  return (
    <fieldset className="grids-shifts">
      <legend>{t('post.shifts')}</legend>
      <p className="row">
        <Button size="small" onClick={() => onChange(officeHours())}>
          {t('post.officeHours')}
        </Button>
        <Button size="small" disabled={shifts.length === 0} onClick={() => onChange([])}>
          {t('post.clearHours')}
        </Button>
      </p>
      {weekdays.map((weekday) => (
        <div key={weekday} className="grids-shift-day">
          <span>{t(`weekday.${weekday}`)}</span>
          <div className="grids-pieces">
            {shifts.map((shift, index) =>
              shift.weekday === weekday ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: a shift has no identity but its place
                <span key={index} className="row">
                  <Input
                    type="time"
                    size="small"
                    aria-label={t('post.begins', { day: t(`weekday.${weekday}`) })}
                    value={timeOf(shift.from)}
                    onChange={(event) => change(index, { from: minuteOf(event.target.value, false) ?? shift.from })}
                  />
                  –
                  <Input
                    type="time"
                    size="small"
                    aria-label={t('post.ends', { day: t(`weekday.${weekday}`) })}
                    // A time field has no 24:00.
                    value={timeOf(shift.until % 1440)}
                    onChange={(event) => change(index, { until: minuteOf(event.target.value, true) ?? shift.until })}
                  />
                  <Button
                    type="text"
                    size="small"
                    aria-label={t('post.removeShift', { day: t(`weekday.${weekday}`), from: timeOf(shift.from) })}
                    icon={<Icon name="close" size={14} />}
                    onClick={() => onChange(shifts.filter((_, i) => i !== index))}
                  />
                </span>
              ) : null,
            )}
            <Button
              type="text"
              size="small"
              disabled={shifts.length >= mostShifts}
              aria-label={t('post.addShift', { day: t(`weekday.${weekday}`) })}
              icon={<Icon name="plus" size={14} />}
              onClick={() => onChange(added(shifts, weekday))}
            />
          </div>
        </div>
      ))}
      <p className="fault" role="status">
        {wrong ? t(`post.hoursFault.${wrong}`) : null}
      </p>
    </fieldset>
  );
}
