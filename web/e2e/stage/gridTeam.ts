import { Caller } from './Caller.ts';
import { type Accounts, readAccounts, type Server } from './server.ts';

const password = 'a long one, for once';

/** A village's grid with a patrol, who walks it, and who leads it. */
export interface GridTeam {
  accounts: Accounts;
  gridId: string;
  planId: string;
  /** Of who leads; they serve no grid until they are put on one. */
  leadPostId: string;
  /** Of the village. */
  area: string;
}

/** Beside the pier of the demonstration. */
export const pier = { latitude: 19.9957, longitude: 110.0712 };

/** So many metres east and north of the pier. */
export const near = (eastMetres: number, northMetres: number) => ({
  latitude: pier.latitude + northMetres / 111_195,
  longitude: pier.longitude + eastMetres / (111_195 * Math.cos((pier.latitude * Math.PI) / 180)),
});

/** The points of the patrol, in their order. */
export const points = [
  { name: '3 号闸', position: near(-120, 60) },
  { name: '海堤拐角', position: near(40, 140) },
  { name: '码头', position: near(210, 30) },
];

/** A square around a place, metres from its middle to its sides. */
const square = (eastMetres: number, northMetres: number, half: number) => {
  const corner = (x: number, y: number) => {
    const { latitude, longitude } = near(eastMetres + x * half, northMetres + y * half);
    return [longitude, latitude];
  };
  return {
    type: 'Polygon',
    coordinates: [[corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)]],
  };
};

/** Makes all of it as the people of the centre would. */
export async function gridTeam(server: Server): Promise<GridTeam> {
  const accounts = readAccounts(server.data);
  const head = await Caller.signIn(server.url, accounts['centre-head'], 'case-work');
  const admin = await Caller.signIn(server.url, accounts.administrator, 'administration');
  const village = await villageOf(head);
  const draw = (name: string, east: number) =>
    head.post<{ grid: { id: string } }>('grids', {
      villageCode: village,
      name,
      kind: 'comprehensive',
      households: 240,
      geometry: square(east, 0, 400),
      acceptFaults: true,
    });
  const { grid } = await draw('东水村第 4 网格', 0);
  await draw('东水村第 5 网格', 800);
  const { id: unitId } = await admin.post<{ id: string }>('units', {
    name: '东水村综治工作站',
    department: 'governance-centre',
    areaCode: village,
  });
  const worker = await hire(admin, unitId, 'fu', '符大姐', 'grid-worker');
  const leadPostId = await hire(admin, unitId, 'wang', '王组长', 'grid-lead');
  await head.post(`grids/${grid.id}/workers`, { postId: worker, role: 'worker' });
  const plan = await head.post<{ id: string }>('patrol-plans', {
    gridId: grid.id,
    name: '3 号闸到码头',
    points,
    everyDays: 1,
    byHour: 18,
  });
  return {
    accounts: {
      ...accounts,
      'grid-worker': { userName: 'fu', password },
      'grid-lead': { userName: 'wang', password },
    },
    gridId: grid.id,
    planId: plan.id,
    leadPostId,
    area: village,
  };
}

/** The first village of the county the pier lies in. */
async function villageOf(head: Caller): Promise<string> {
  interface Listed {
    items: { code: string; level: number | string; pseudo?: boolean }[];
  }
  let code = '469023';
  for (let tier = 0; tier < 2; tier++) {
    const { items } = await head.get<Listed>(`areas?parent=${code}`);
    code = items[0]?.code ?? '';
  }
  return code;
}

async function hire(
  admin: Caller,
  unitId: string,
  userName: string,
  displayName: string,
  role: string,
): Promise<string> {
  const person = await admin.post<{ id: string }>('people', { userName, displayName, password });
  const { posts } = await admin.post<{ posts: { id: string }[] }>(`people/${person.id}/posts`, { unitId, role });
  return posts.at(-1)?.id ?? '';
}
