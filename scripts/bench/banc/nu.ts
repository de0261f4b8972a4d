// Le témoin : un serveur nu qui écrit durablement une ligne et répond. Même base, même réglage de durabilité.
import http from "node:http";
import Sqlite from "better-sqlite3";

const base = new Sqlite(process.argv[2] ?? "");
base.pragma("journal_mode = WAL");
base.pragma("synchronous = FULL");
base.exec("create table if not exists nu (id text primary key, valeur integer not null)");
const insert = base.prepare("insert into nu (id, valeur) values (?, ?)");

http
  .createServer((requete, reponse) => {
    const morceaux: Buffer[] = [];
    requete.on("data", (m: Buffer) => morceaux.push(m));
    requete.on("end", () => {
      const { id, valeur } = JSON.parse(Buffer.concat(morceaux).toString()) as { id: string; valeur: number };
      insert.run(id, valeur);
      reponse.end(JSON.stringify({ ok: true }));
    });
  })
  .listen(Number(process.argv[3]), "127.0.0.1");
