import { body, type ResidentCard as Card, client } from '@fourfold/api';
import { useEffect, useState } from 'react';
import { useI18n } from '../i18n.ts';
import { soon } from '../phone/ask.ts';
import { useOnline } from '../phone/context.tsx';

/** What residents see of the worker, who decides it; and the codes of their grids, to be shown or printed. */
export default function ResidentCard() {
  const { t, language } = useI18n();
  const online = useOnline();
  const [card, setCard] = useState<Card>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!online) return;
    client
      .GET('/me/resident-card', soon())
      .then((answer) => setCard(body(answer)))
      .catch(console.error);
  }, [online]);
  const set = async (change: Partial<Card>) => {
    if (!card) return;
    const { showName, showHours } = { ...card, ...change };
    setFailed(false);
    try {
      setCard(body(await client.PUT('/me/resident-card', { body: { showName, showHours }, ...soon() })));
    } catch (error) {
      console.error(error);
      setFailed(true);
    }
  };
  return (
    <section className="card" aria-label={t('card.title')}>
      <p className="said">
        <strong>{t('card.title')}</strong>
      </p>
      <p className="under">{t('card.hint')}</p>
      {(['showName', 'showHours'] as const).map((what) => (
        <label className="tick" key={what}>
          <input
            type="checkbox"
            disabled={!card || !online}
            checked={card?.[what] ?? false}
            onChange={(event) => void set({ [what]: event.target.checked })}
          />
          <span>{t(`card.${what}`)}</span>
        </label>
      ))}
      <p className="wrong" role="alert">
        {failed ? t('card.failed') : null}
      </p>
      {online ? null : <p className="under">{t('card.offline')}</p>}
      {card?.grids.length === 0 ? <p className="under">{t('card.noGrids')}</p> : null}
      {online
        ? card?.grids.map(({ id, name }) => (
            <figure className="door-code" key={id}>
              <img src={`/api/v1/grids/${id}/door/code.svg`} alt={t('card.code', { grid: name })} />
              <figcaption>
                <strong>{name}</strong>
                <span className="under">{t('card.codeHint')}</span>
                <a
                  className="link"
                  target="_blank"
                  rel="noreferrer"
                  href={`/api/v1/grids/${id}/door/poster?paper=a4&language=${language}`}
                >
                  {t('card.poster')}
                </a>
              </figcaption>
            </figure>
          ))
        : null}
    </section>
  );
}
