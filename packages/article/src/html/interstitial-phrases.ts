/**
 * What pages say that stand where an article should: bot checks, missing pages, log-ins, consent, region blocks. Each expression
 * is in several languages. `headings` fill a title or heading (or one of its pieces), `sentences` stand in the page's few sentences.
 */
export const INTERSTITIAL_KINDS = ["bot-check", "not-found", "login", "consent", "region-block", "javascript", "error"] as const;
export type InterstitialKind = (typeof INTERSTITIAL_KINDS)[number];

interface Phrases {
  readonly headings: readonly string[];
  readonly sentences: readonly string[];
}

/** Sources of regular expressions; case is ignored. */
const PHRASES: Record<InterstitialKind, Phrases> = {
  "bot-check": {
    headings: [
      "just a moment",
      "one moment,? please",
      "please wait",
      "attention required!?",
      "security check(?:point)?",
      "checking your browser.*",
      "verif(?:y|ying) (?:that )?you are (?:a )?human.*",
      "are you (?:a )?(?:human|robot).*",
      "(?:i'm|i am) not a robot",
      "human verification",
      "robot check",
      "captcha",
      "access (?:to this page has been )?(?:denied|blocked|forbidden)",
      "(?:403\\W*)?forbidden",
      "request blocked",
      "pardon our interruption",
      "ddos protection.*",
      "unusual (?:traffic|activity).*",
      "sicherheitsüberprüfung",
      "einen moment(?: bitte)?",
      "zugriff verweigert",
      "un instant",
      "accès refusé",
      "un momento(?: por favor)?",
      "acceso denegado",
      "acesso negado",
      "accesso negato",
      "доступ (?:запрещ[её]н|ограничен)",
      "проверка браузера.*",
      "dostęp zabroniony",
      "安全验证",
      "访问被拒绝",
    ],
    sentences: [
      "checking (?:if the site connection is secure|your browser)",
      "(?:verify|confirm|prove)(?: that)? you(?: a|')re (?:not a robot|(?:a )?human)",
      "complete the (?:captcha|security check|challenge)",
      "enable javascript and cookies to continue",
      "needs to review the security of your connection",
      "unusual traffic from your",
      "automated (?:access|requests|traffic)",
      "you have been blocked",
      "your (?:access|request) (?:to this (?:page|site) )?(?:has been|was) (?:denied|blocked)",
      "(?:press|click) (?:and|&) hold",
      "ray id",
      "browser before accessing",
      "überprüf\\p{L}* (?:ihren|ihres) browser",
      "dass sie kein roboter sind",
      "vérif\\p{L}* que vous (?:êtes|n'êtes)",
      "verifi\\p{L}* que (?:eres|es|no eres|no es) (?:un )?(?:humano|robot)",
      "подтвердите, что вы не робот",
      "вы не робот",
    ],
  },
  "not-found": {
    headings: [
      "(?:error\\W*)?(?:404|410)(?:\\W+(?:error|not found|page not found|file not found|gone))?",
      "(?:error\\W*)?(?:sorry,? )?(?:the |this |that )?(?:page|article|story|content|file|document|url)(?: you requested| requested)? (?:was |is |has )?(?:not found|(?:can ?not|can't|could not|couldn't) be found|missing|gone|unavailable|no longer (?:available|exists)|doesn't exist|does not exist|isn't available|is not available|not available|been (?:removed|moved|deleted))",
      "(?:sorry,? )?(?:we )?(?:can't|cannot|couldn't|could not) find (?:that|this|the) (?:page|story|article).*",
      "nothing (?:was )?found",
      "not found",
      "(?:oops|whoops)\\W*.{0,40}",
      "(?:die )?seite (?:wurde )?nicht gefunden.*",
      "(?:der )?artikel (?:wurde )?nicht gefunden.*",
      "(?:fehler 404|404 fehler)",
      "(?:la )?page (?:introuvable|non trouvée|demandée n'existe pas).*",
      "erreur 404",
      "página no encontrada.*",
      "error 404",
      "página não encontrada.*",
      "pagina non trovata.*",
      "pagina niet gevonden.*",
      "sidan (?:kunde inte hittas|hittades inte).*",
      "(?:nie znaleziono strony|strona nie (?:została znaleziona|istnieje)).*",
      "stránka (?:nebyla nalezena|nenalezena).*",
      "страница не найдена.*",
      "сторінку не знайдено.*",
      "η σελίδα δεν βρέθηκε.*",
      "sayfa bulunamadı.*",
      "halaman tidak ditemukan.*",
      "页面(?:不存在|未找到|找不到).*",
      "找不到(?:页面|頁面).*",
      "ページが見つかりません.*",
      "페이지를 찾을 수 없습니다.*",
      "الصفحة غير موجودة.*",
    ],
    sentences: [
      "(?:page|article|story|content|file) (?:that )?(?:you(?:'re| are| were)? ?(?:have )?(?:looking for|requested|tried to reach|trying to (?:reach|find|view))|requested) (?:(?:was|is|has|have|could|cannot|can't|can|does|doesn't|may|might|seems|no longer)\\b)",
      "(?:couldn't|could not|can't|cannot|unable to) find (?:the|that|this) (?:page|article|story)",
      "page not found",
      "has (?:been )?(?:expired|moved or (?:been )?(?:deleted|removed)|removed or (?:deleted|moved))",
      "(?:gesuchte|angeforderte|gewünschte) seite",
      "page (?:que vous (?:recherchez|cherchez|demandez)|demandée)",
      "página que (?:busca|buscas|estás buscando|solicit\\p{L}+|você procura)",
      "pagina (?:che (?:stai cercando|cerchi)|richiesta)",
      "(?:запрашиваемая|запрошенная) (?:вами )?страница",
    ],
  },
  login: {
    headings: [
      "(?:please )?(?:log|sign)[ -]?(?:in|on)(?: or (?:register|sign up|create an account|subscribe))?(?: to (?:continue|read|view|your account).*)?",
      "(?:login|log-in|sign-in)(?: required| page)?",
      "(?:create|register) (?:an |your |a free )?account.*",
      "(?:member|subscriber|user|customer)s? (?:login|log in|sign in)",
      "welcome back",
      "(?:bitte )?(?:anmelden|einloggen)(?: um .*)?",
      "anmeldung|login",
      "(?:se connecter|connexion|identifiez-vous|connectez-vous)(?: .*)?",
      "(?:iniciar|inicia|inicie) sesión(?: .*)?",
      "(?:entrar|fazer login|faça login)",
      "(?:accedi|accesso|effettua il login)",
      "inloggen",
      "(?:zaloguj się|logowanie)",
      "(?:вход|войти|авторизация)",
      "(?:登录|登入|ログイン|로그인)",
    ],
    sentences: [
      "(?:you (?:must|need to|have to) (?:be logged in|log in|sign in)|please (?:log|sign) in) (?:to|in order to)",
      "forgot(?:ten)? (?:your )?password",
      "(?:passwort|kennwort) vergessen",
      "mot de passe oublié",
      "(?:olvidaste|olvidado) (?:tu|su) contraseña",
      "esqueceu (?:a|sua) senha",
      "password dimenticata",
      "забыли пароль",
    ],
  },
  consent: {
    headings: [
      "before you continue.*",
      "(?:we|your) (?:value|care about|respect) your privacy.*",
      "(?:we care about )?your privacy(?: (?:matters|choices|settings|is important.*))?",
      "cookie (?:consent|notice|settings|preferences|policy)",
      "(?:we use|this (?:site|website) uses) cookies.*",
      "privacy (?:settings|preferences|notice|preference center)",
      "manage (?:your )?(?:cookie )?(?:consent|preferences)",
      "(?:ihre|deine) privatsphäre.*",
      "(?:datenschutzeinstellungen|cookie-einstellungen|einwilligung.*)",
      "(?:wir|diese (?:seite|website)) (?:verwenden|verwendet|nutzen|nutzt) cookies.*",
      "(?:nous respectons|le respect de) votre vie privée.*",
      "(?:valoramos|respetamos) (?:tu|su) privacidad.*",
      "(?:valorizamos|respeitamos) a sua privacidade.*",
      "(?:rispettiamo la|la) tua privacy.*",
      "(?:szanujemy|dbamy o) (?:twoją|twoja) prywatność.*",
    ],
    sentences: [
      "we (?:and|&) our (?:\\d+ )?(?:\\p{L}+ )?partners",
      "(?:accept|reject) all(?: cookies)?",
      "(?:store|access)(?: and\\/or (?:store|access))? information on (?:a|your) device",
      "wir und unsere (?:\\d+ )?partner",
      "nous et nos (?:\\d+ )?partenaires",
      "(?:nosotros y )?nuestros (?:\\d+ )?socios (?:almacen|utiliz|usamos)",
      "use of cookies",
    ],
  },
  "region-block": {
    headings: [
      "(?:error\\W*)?451(?:\\W.*)?",
      "unavailable (?:for|due to) legal reasons.*",
      "(?:this (?:content|page|site|website|video|article)|access|we are|sorry,? .{0,40}|content) (?:is |" +
        "are )?(?:not available|unavailable|blocked|restricted) in your (?:country|region|location|area|territory).*",
      "not available in your (?:country|region|location|area)",
      "(?:nicht|leider nicht) in ihrem land verfügbar",
      "(?:non disponible|indisponible) dans votre pays",
      "no (?:está )?disponible en (?:tu|su) (?:país|región)",
    ],
    sentences: [
      "(?:not|isn't|unavailable|no longer) (?:currently )?(?:available|accessible)? ?(?:in|from|to (?:visitors|readers|" +
        "users) (?:in|from)) (?:your (?:country|region|location|area)|the european (?:union|economic area)|" +
        "most european countries)",
      "from a country (?:belonging to|in) the european",
      "general data protection regulation",
      "unavailable for legal reasons",
      "(?:in|für) ihrem land nicht verfügbar",
      "pas disponible dans votre (?:pays|région)",
      "no está disponible en (?:tu|su) (?:país|región|ubicación)",
      "недоступ\\p{L}+ в вашей? (?:стране|регионе)",
    ],
  },
  javascript: {
    headings: [
      "(?:please )?(?:enable|turn on|activate) javascript.*",
      "javascript (?:is )?(?:required|disabled|not (?:enabled|available)|deaktiviert|désactivé).*",
      "(?:you need|this (?:page|site|app) (?:needs|requires)) (?:to enable )?javascript.*",
      "(?:your )?browser (?:is )?(?:not supported|unsupported|out of date).*",
      "unsupported browser",
    ],
    sentences: [
      "(?:need|have|required?|please|must) (?:to )?(?:enable|turn on|activate|have|allow) (?:js|javascript)",
      "javascript (?:is|must be|to be|has been|needs to be) (?:currently )?(?:required|disabled|enabled|turned)",
      "(?:requires|without|work without) javascript",
      "javascript (?:aktivieren|aktiviert|zu aktivieren)",
      "activer javascript",
      "(?:habilit|activ)\\p{L}+ javascript",
      "(?:включите|включить) javascript",
      "upgrade your browser",
    ],
  },
  error: {
    headings: [
      "(?:error\\W*)?(?:500|502|503|504|429)(?:\\W+(?:error|internal|bad|service|gateway|too many|server).{0,30})?",
      "(?:internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|too many requests)",
      "(?:site|website|page)? ?(?:is )?(?:down for|under) maintenance",
      "(?:something|an error) (?:went wrong|occurred|has occurred).*",
      "(?:we'll|we will) be (?:right )?back(?: soon)?.*",
      "application error.*",
      "(?:interner )?serverfehler",
      "wartungsarbeiten",
      "erreur (?:interne )?(?:du serveur|500)",
      "(?:внутренняя )?ошибка сервера",
    ],
    sentences: [
      "(?:server|site|service|page) is (?:temporarily |currently )?(?:unavailable|overloaded|down)",
      "try again (?:later|in a few (?:minutes|moments))",
      "temporarily unable to service your request",
      "scheduled maintenance",
    ],
  },
};

const apostrophes = /[\u2018\u2019]/g;
const compile = (sources: readonly string[], whole: boolean): RegExp =>
  new RegExp(whole ? `^(?:${sources.join("|")})$` : `(?<![\\p{L}])(?:${sources.join("|")})`, "iu");

const compiled = INTERSTITIAL_KINDS.map((kind) => ({
  kind,
  heading: compile(PHRASES[kind].headings, true),
  sentence: compile(PHRASES[kind].sentences, false),
}));

const trim = (text: string): string =>
  text.replace(apostrophes, "'").replace(/^[\s\W_]*?(?=[\p{L}\p{N}])|[\s.!?\u2026:]+$/gu, "");

/** The kind whose heading `text` is, whole. */
export const kindOfHeading = (text: string): InterstitialKind | undefined => {
  if (text.length > 160) return undefined;
  const plain = trim(text);
  return compiled.find(({ heading }) => heading.test(plain))?.kind;
};

/** The kind one of whose sentences stands in `text`. */
export const kindOfSentence = (text: string): InterstitialKind | undefined => {
  if (text.length > 600) return undefined;
  const plain = text.replace(apostrophes, "'");
  return compiled.find(({ sentence }) => sentence.test(plain))?.kind;
};
