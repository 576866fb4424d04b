export { body, client, onSessionLost, type SessionLost } from './client.ts';
export { type Change, type EventHandlers, followEvents, type SseEvent, SseParser } from './events.ts';
export { dashed, uuid, uuidV7 } from './ids.ts';
export type { paths } from './paths.ts';
export { isProblem, networkCode, Problem, type ProblemBody } from './problem.ts';
export type * from './shapes.ts';
