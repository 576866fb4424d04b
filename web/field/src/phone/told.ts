import type { Position, Session } from '@fourfold/api';

/** What a person reports, in the order of the chips; the server has the class of each. */
export const told = ['litter', 'damage', 'waterside', 'quarrel', 'vessel', 'other'] as const;

/** Key of the one draft of a report; what is begun stays until it is sent. */
export const reportDraft = 'tell';

/** Whether this person's post reports from the field. */
export const mayTell = ({ permissions }: Session): boolean => permissions.includes('work-orders.handle');

/** Where something is: what the phone says, or where the person put it on the map. */
export interface Place {
  position: Position;
  /** Only of what the phone says. */
  accuracyMetres?: number;
  byHand: boolean;
}

/** As the server takes it. */
export const placePayload = (place: Place | null) =>
  place
    ? {
        position: place.position,
        ...(place.byHand ? { byHand: true } : { accuracyMetres: Math.round(place.accuracyMetres ?? 0) }),
      }
    : {};
