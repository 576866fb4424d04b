import { Icon } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';
import { chooseColours, colours } from '../phone/colours.ts';
import { useStore } from '../phone/store.ts';

/** Light in the sun, dark at night. */
export function ColourSwitch() {
  const { t } = useI18n();
  const { chosen } = useStore(colours);
  return (
    <fieldset className="languages wide">
      <legend className="visually-hidden">{t('me.colours')}</legend>
      {(['light', 'dark'] as const).map((candidate) => (
        <button
          type="button"
          key={candidate}
          aria-pressed={candidate === chosen}
          onClick={() => chooseColours(candidate)}
        >
          <Icon name={candidate === 'light' ? 'sun' : 'moon'} size={20} /> {t(`me.colours.${candidate}`)}
        </button>
      ))}
    </fieldset>
  );
}
