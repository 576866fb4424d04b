import { type Command, type CommandResult, Problem, type WorkOrder } from '@fourfold/api';
import {
  isFree,
  type QueuedPhoto,
  type SubmissionBody,
  stateAfter,
  type Transport,
  type UploadWatch,
} from '../src/index.ts';

const refusal = (code: string) => ({ code, parameters: null, errors: null });

/** The server as `docs/reference/api.md` promises it, for tests: a repeated command is answered as before. */
export class FakeServer implements Transport {
  readonly orders = new Map<string, WorkOrder>();
  /** Every command that changed something, in the order it did. */
  readonly applied: Command[] = [];
  readonly uploads: string[] = [];
  readonly files = new Map<string, string>();
  private readonly answers = new Map<string, { to: string; result: CommandResult }>();
  /** Ids that came back with other content: the phone changed what it had sent. */
  readonly changedAfterSending: string[] = [];
  /** Filled forms by id, each as it came first. */
  readonly forms = new Map<string, SubmissionBody>();
  /** `submission/name` → file. */
  readonly attached = new Map<string, string>();
  /** Codes of forms that are closed. */
  readonly closed = new Set<string>();
  /** Photos that will get no answer before the network is better. */
  photosToLose = 0;
  /** Kinds of what belongs to no work order that are refused, and with what. */
  readonly refused = new Map<string, string>();
  /** Kinds, forms, paths and `photo` that the session's post may not send. */
  readonly forbidden = new Set<string>();
  signedIn: string | null = 'fu';
  requests = 0;
  /** Called before (`deliver`) and after (`answer`) each request's effect; may throw to lose the request or its answer. */
  wire: (
    moment: 'deliver' | 'answer',
    what: 'commands' | 'photo' | 'form' | 'place' | 'letter',
  ) => void | Promise<void> = () => {};

  order(id: string, change: Partial<WorkOrder> = {}): WorkOrder {
    const order: WorkOrder = {
      id,
      number: `HN-${id}`,
      revision: 1,
      caseId: 'case',
      caseNumber: 'HN-1',
      caseClass: '10',
      state: 'issued',
      title: 'Look',
      instruction: 'Look there',
      issuedAt: '2026-03-18T04:00:00Z',
      dueAt: '2026-03-18T05:00:00Z',
      routing: { code: 'routing.sector', parameters: {} },
      post: null,
      position: null,
      acceptedBy: null,
      alert: null,
      report: null,
      unit: { id: 'unit', name: 'Station' },
      level: 2,
      overdue: false,
      allowed: ['accept', 'return'],
      history: [],
      simulated: true,
      ...change,
    };
    this.orders.set(id, order);
    return order;
  }

  async person(): Promise<string> {
    if (!this.signedIn) throw new Problem(401, { code: 'session.none' });
    return this.signedIn;
  }

  async send(owner: string, commands: Command[]): Promise<CommandResult[]> {
    this.requests++;
    await this.wire('deliver', 'commands');
    this.expectPerson(owner);
    const results = commands.map((command) => this.answer(command));
    await this.wire('answer', 'commands');
    return structuredClone(results);
  }

  private expectPerson(owner: string): void {
    if (this.signedIn !== owner) throw new Problem(401, { code: 'session.other-person' });
  }

  private expectAllowed(what: string): void {
    if (this.forbidden.has(what)) throw new Problem(403, { code: 'permission.missing' });
  }

  private answer(command: Command): CommandResult {
    const to = JSON.stringify(command);
    if (this.forbidden.has(command.kind))
      return { id: command.id, status: 403, problem: refusal('permission.missing') };
    const before = this.answers.get(command.id);
    if (before && before.to !== to) this.changedAfterSending.push(command.id);
    if (before) return before.result;
    const result = this.apply(structuredClone(command));
    this.answers.set(command.id, { to, result });
    return result;
  }

  private apply(command: Command): CommandResult {
    const order = this.orders.get(command.target);
    const { id } = command;
    if (isFree(command)) return this.applyFree(command);
    if (!order) return { id, status: 404, problem: refusal('work-order.unknown') };
    if (order.revision !== command.expectedRevision)
      return { id, status: 409, problem: refusal('revision.stale'), current: { ...order } };
    if (order.state === 'cancelled')
      return { id, status: 422, problem: refusal('work-order.cancelled'), current: { ...order } };
    const { text, photos } = command.payload as { text?: string; photos?: string[] };
    if (command.kind === 'work-order.note' && !text?.trim() && !photos?.length)
      return { id, status: 422, problem: refusal('note.length') };
    const changed = { ...order, revision: order.revision + 1, state: stateAfter(order.state, command.kind) };
    this.orders.set(order.id, changed);
    this.applied.push(command);
    return { id, status: 200, revision: changed.revision };
  }

  /** What belongs to no work order has no revision that it could be late for. */
  private applyFree(command: Command): CommandResult {
    const { id } = command;
    const code = this.refused.get(command.kind);
    if (code) return { id, status: 422, problem: refusal(code) };
    this.applied.push(command);
    return { id, status: 200, revision: this.applied.filter(({ target }) => target === command.target).length };
  }

  async upload(photo: Pick<QueuedPhoto, 'id' | 'owner' | 'sha256' | 'uploadUrl'>, { signal }: UploadWatch = {}) {
    await this.wire('deliver', 'photo');
    this.expectPerson(photo.owner);
    this.expectAllowed('photo');
    if (this.photosToLose-- > 0) throw new Problem(0, { title: 'lost' });
    if (signal?.aborted) throw new Problem(0, { title: 'aborted' });
    this.uploads.push(photo.id);
    const id = this.files.get(photo.sha256) ?? `file-${photo.sha256}`;
    this.files.set(photo.sha256, id);
    await this.wire('answer', 'photo');
    return { id };
  }

  async submit(owner: string, form: string, body: SubmissionBody): Promise<void> {
    await this.wire('deliver', 'form');
    this.expectPerson(owner);
    this.expectAllowed(form);
    if (this.closed.has(form)) throw new Problem(409, { code: 'form.closed' });
    const before = this.forms.get(body.id);
    if (before && JSON.stringify(before) !== JSON.stringify(body)) this.changedAfterSending.push(body.id);
    if (!before) this.forms.set(body.id, structuredClone(body));
    await this.wire('answer', 'form');
  }

  async attach(owner: string, submissionId: string, { name, fileId }: { name: string; fileId: string }): Promise<void> {
    await this.wire('deliver', 'place');
    this.expectPerson(owner);
    const form = this.forms.get(submissionId);
    if (!form || !JSON.stringify(form.answers).includes(`"${name}"`))
      throw new Problem(422, { code: 'form.media-unknown' });
    this.attached.set(`${submissionId}/${name}`, fileId);
    await this.wire('answer', 'place');
  }

  /** Letters by id, each as it came first. */
  readonly letters = new Map<string, { path: string; body: object }>();
  /** Paths that the server refuses. */
  readonly refusedPaths = new Set<string>();

  async post(owner: string, path: string, body: object, key: string): Promise<void> {
    await this.wire('deliver', 'letter');
    this.expectPerson(owner);
    this.expectAllowed(path);
    if (this.refusedPaths.has(path)) throw new Problem(409, { code: 'question.over' });
    if (!this.letters.has(key)) this.letters.set(key, { path, body });
    await this.wire('answer', 'letter');
  }

  /** Files that some applied command refers to. */
  referred(): string[] {
    return this.applied.flatMap((command) => (command.payload.photos as string[] | undefined) ?? []);
  }
}
