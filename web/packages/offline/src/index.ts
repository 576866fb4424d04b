export { learn } from './commands.ts';
export {
  type Kept,
  type KeptSubmission,
  type KnownForm,
  type KnownWorkOrder,
  OfflineDatabase,
  type PhotoStanding,
  type QueuedCommand,
  type QueuedLetter,
  type QueuedPhoto,
  type Refusal,
  type ResidentContact,
  type Standing,
  type SubmissionStanding,
} from './database.ts';
export { type Decision, decide, giveUp, giveUpPhoto, retry, retryPhoto } from './decisions.ts';
export { forgetWorkOrders, storeWorkOrders } from './known.ts';
export { Letters, type WrittenLetter } from './letters.ts';
export { oneTab } from './locks.ts';
export { draftKey, Outbox, type Written, type WrittenFree, workOrderOf } from './outbox.ts';
export { isAside, isFinished, isFree, type ShownWorkOrder, show, stateAfter } from './projection.ts';
export { isForbidden } from './refusals.ts';
export { Replay, type ReplayState, waitAfter } from './replay.ts';
export { draftEnds } from './retention.ts';
export { holdRoom, isFull, makeRoom, withRoom } from './room.ts';
export type { RoundEnd } from './round.ts';
export { type Exclusive, Sender } from './sender.ts';
export { type Editor, isElsewhere, mediaTarget, Submissions } from './submissions.ts';
export { http, type SubmissionBody, type Transport } from './transport.ts';
export { type UploadWatch, upload } from './upload.ts';
