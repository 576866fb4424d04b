import type { Position } from '@fourfold/api';
import { type FormSpec, type Looked, shownIn } from '@fourfold/forms';

interface AnsweredPlace {
  position: Position;
  isSensitive: boolean;
}

type Answered = Pick<Looked, 'answers' | 'hidden'>;

/** Places that a form asks for and that are answered, in its order; those of rounds are left out. */
export function placesOf(spec: FormSpec, looked: Answered): AnsweredPlace[] {
  return shownIn(spec.items, looked).flatMap(({ item, path }) => {
    const answer = looked.answers[path.slice(1)] as Position | undefined;
    if (item.type !== 'position' || !answer) return [];
    const { latitude, longitude } = answer;
    return [{ position: { latitude, longitude }, isSensitive: item.personal?.sensitivity === 'sensitive' }];
  });
}

/** The place that is told beside the answers, in clear: never a sensitive one. */
export const toldOf = (spec: FormSpec, looked: Answered): Position | undefined =>
  placesOf(spec, looked).find(({ isSensitive }) => !isSensitive)?.position;
