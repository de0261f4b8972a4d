import { once } from "node:events";
import { createServer, type Socket } from "node:net";

/** Un vrai serveur SMTP, le plus petit qui tienne le dialogue, sur cette machine seulement ; pour les essais. */
export async function openSmtpEssai() {
  const recus: { readonly a: string; readonly texte: string }[] = [];
  let refus = 0;
  const sockets = new Set<Socket>();

  const serveur = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    socket.setEncoding("utf8");
    const dit = (ligne: string) => socket.write(`${ligne}\r\n`);
    let a = "";
    let corps: string[] | null = null;
    let reste = "";
    const lit = (ligne: string) => {
      if (corps) {
        if (ligne !== ".") return void corps.push(ligne.replace(/^\./, ""));
        recus.push({ a, texte: corps.join("\n") });
        corps = null;
        return dit("250 reçu");
      }
      const verbe = ligne.slice(0, 4).toUpperCase();
      if (verbe === "EHLO" || verbe === "HELO") return dit("250 essai");
      if (verbe === "RCPT") {
        if (refus > 0) {
          refus--;
          return dit("451 4.3.0 plus tard");
        }
        a = /<(.+)>/.exec(ligne)?.[1] ?? "";
        return dit("250 ok");
      }
      if (verbe === "DATA") {
        corps = [];
        return dit("354 allez");
      }
      if (verbe === "QUIT") {
        dit("221 au revoir");
        return socket.end();
      }
      return dit("250 ok");
    };
    socket.on("data", (morceau: string) => {
      reste += morceau;
      const lignes = reste.split("\r\n");
      reste = lignes.pop() ?? "";
      lignes.forEach(lit);
    });
    dit("220 essai ESMTP");
  });
  serveur.listen(0, "127.0.0.1");
  await once(serveur, "listening");
  const adresse = serveur.address();
  const port = typeof adresse === "object" && adresse ? adresse.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    recus,
    /** Les prochains destinataires seront refusés pour l'instant. */
    refuse: (combien: number) => {
      refus = combien;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      serveur.close();
      await once(serveur, "close");
    },
  };
}
