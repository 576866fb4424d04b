import { Icon } from '@fourfold/ui';
import { useId } from 'react';

export interface ChoicesProps {
  /** Where the person is led when it was left out. */
  id?: string;
  legend: string;
  choices: readonly { value: string; label: string }[];
  value: string | undefined;
  onChange(value: string): void;
}

/** One of several, each a chip of its own; the chosen one is marked by a tick as well as by colour. */
export function Choices({ id, legend, choices, value, onChange }: ChoicesProps) {
  const name = useId();
  return (
    <fieldset className="choices" id={id}>
      <legend>{legend}</legend>
      <div className="chips">
        {choices.map((choice) => (
          <label key={choice.value} className="chip">
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>
              {choice.value === value ? <Icon name="check" size={18} /> : null}
              {choice.label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
