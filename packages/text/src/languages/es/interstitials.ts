import type { InterstitialPhrases } from "../../interstitials.ts";

/** What pages in Spanish say that stand where an article should. */
export const interstitials: InterstitialPhrases = {
  "bot-check": {
    headings: ["un momento(?: por favor)?", "acceso denegado"],
    sentences: ["verifi\\p{L}* que (?:eres|es|no eres|no es) (?:un )?(?:humano|robot)"],
  },
  "not-found": {
    headings: ["página no encontrada.*", "error 404"],
    sentences: ["página que (?:busca|buscas|estás buscando|solicit\\p{L}+)"],
  },
  login: {
    headings: ["(?:iniciar|inicia|inicie) sesión(?: .*)?"],
    sentences: ["(?:olvidaste|olvidado) (?:tu|su) contraseña"],
  },
  consent: {
    headings: [
      "(?:valoramos|respetamos|nos importa) (?:tu|su) privacidad.*",
      "(?:tu|su) privacidad(?: (?:nos importa|es importante).*)?",
      "(?:configuración|preferencias) de (?:cookies|privacidad)",
    ],
    sentences: [
      "(?:nosotros y )?nuestros (?:\\d+ )?socios (?:almacen|utiliz|usamos)",
      "nosotros y nuestros (?:\\d+ )?socios",
      "información en (?:su|tu|un) dispositivo",
      "retirar (?:su|tu) consentimiento",
      "(?:aceptar|rechazar) (?:todas )?las cookies",
    ],
  },
  "region-block": {
    headings: ["no (?:está )?disponible en (?:tu|su) (?:país|región)"],
    sentences: ["no está disponible en (?:tu|su) (?:país|región|ubicación)"],
  },
  javascript: {
    sentences: ["(?:habilit|activ)\\p{L}+ javascript"],
  },
};
