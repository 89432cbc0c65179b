import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Spanish. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["publicidad"],
  },
  callToAction: {
    starts: ["apoya", "apóyanos", "hazte socio"],
  },
  author: {
    starts: ["por ", "sobre el autor", "redacción"],
  },
  comments: {
    starts: ["comentarios", "deja un comentario", "deja una respuesta", "tu dirección de correo"],
  },
  contributor: {
    starts: ["con información de"],
  },
  credit: {
    starts: ["imagen:", "fotografía", "fuente:"],
  },
  date: {
    starts: ["publicado", "actualizado", "tiempo de lectura"],
  },
  legal: {
    starts: ["todos los derechos"],
    anywhere: ["derechos reservados"],
  },
  navigation: {
    starts: ["inicio", "buscar", "iniciar sesión"],
  },
  newsletter: {
    starts: ["suscríbete", "suscribirse", "regístrate", "recibe"],
    anywhere: ["en tu correo", "en su correo", "nuestro boletín", "nuestra newsletter"],
  },
  recirculation: {
    starts: [
      "lea también",
      "lee también",
      "leer más",
      "leer mas",
      "lea más",
      "le puede interesar",
      "te puede interesar",
      "también te puede interesar",
      "puede interesarte",
      "noticias relacionadas",
      "artículos relacionados",
      "contenido relacionado",
      "temas relacionados",
      "más noticias",
      "más información",
      "lo más leído",
      "más leídas",
      "más vistas",
      "ver también",
      "ver más",
      "últimas noticias",
      "no te pierdas",
      "sigue leyendo",
      "mira también",
      "entradas relacionadas",
      "entradas recientes",
    ],
  },
  share: {
    starts: ["compartir", "comparte", "síguenos", "siga"],
    anywhere: ["en facebook", "en twitter"],
  },
  tags: {
    starts: ["etiquetas", "temas", "archivado en"],
  },
  widget: {
    starts: ["cargando"],
  },
};
