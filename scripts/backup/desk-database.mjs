import { startDatabase } from "../database.mjs";
import { refuseMoved } from "../desk/moved.mjs";
import { migrate } from "../migrate.mjs";

/** Does something with the desk's database: the one at DATABASE_URL, or the embedded one, which is started for the while if no desk runs on it. */
export async function withDeskDatabase(project, home, work) {
  const given = process.env.DATABASE_URL;
  if (given) return work(given);
  refuseMoved(home);
  const database = await startDatabase(project, { home });
  try {
    if (!database.found) await migrate(database.url);
    return await work(database.url);
  } finally {
    if (!database.found) database.stop();
  }
}
