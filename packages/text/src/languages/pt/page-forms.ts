import type { PageForms } from "../../page-forms.ts";

/** What pages in Portuguese say around an article. */
export const pageForms: PageForms = {
  leadIn: ["leia (?:também|mais)", "veja também", "saiba mais"],
  plainLeadIn: ["leia também", "veja também"],
  pick: ["mais", "outras"],
  piece: ["notícias", "artigos", "matérias"],
  contributor: ["com informações"],
  pressContact: ["contato para (?:a )?imprensa"],
  commentForm: ["deixe (?:um comentário|uma resposta)"],
  creditLabel: ["imagem"],
  pictureBy: ["imagem"],
  updateWord: ["atualizado"],
  thirdPerson: ["ele", "ela"],
  publication: ["publicado", "publicada", "atualizado", "atualizada", "em", "às", "as", "há", "horas", "hora", "minutos", "dias", "leitura", "tempo", "de", "hoje", "ontem", "data", "segunda", "terça", "quarta", "quinta", "sexta", "feira", "sábado", "domingo"],
  changeLabel: ["atualizad[oa]"],
  relativeTime: ["há \\d+"],
  nameJoiner: ["dos"],
};
