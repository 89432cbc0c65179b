import type { InterstitialPhrases } from "../../interstitials.ts";

/** What pages in English say that stand where an article should. */
export const interstitials: InterstitialPhrases = {
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
    ],
    sentences: [
      "(?:page|article|story|content|file) (?:that )?(?:you(?:'re| are| were)? ?(?:have )?(?:looking for|requested|tried to reach|trying to (?:reach|find|view))|requested) (?:(?:was|is|has|have|could|cannot|can't|can|does|doesn't|may|might|seems|no longer)\\b)",
      "(?:couldn't|could not|can't|cannot|unable to) find (?:the|that|this) (?:page|article|story)",
      "page not found",
      "has (?:been )?(?:expired|moved or (?:been )?(?:deleted|removed)|removed or (?:deleted|moved))",
    ],
  },
  login: {
    headings: [
      "(?:please )?(?:log|sign)[ -]?(?:in|on)(?: or (?:register|sign up|create an account|subscribe))?(?: to (?:continue|read|view|your account).*)?",
      "(?:login|log-in|sign-in)(?: required| page)?",
      "(?:create|register) (?:an |your |a free )?account.*",
      "(?:member|subscriber|user|customer)s? (?:login|log in|sign in)",
      "welcome back",
      "(?:subscribe|register|join)(?: now)? to (?:continue|read on|keep reading|view this (?:page|article|story))",
    ],
    sentences: [
      "(?:you (?:must|need to|have to) (?:be (?:logged|signed) in(?: as an? \\p{L}+)?|log in|sign in)|please (?:log|sign) in) (?:to|in order to)",
      "forgot(?:ten)? (?:your )?password",
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
    ],
    sentences: [
      "we (?:and|&) our (?:\\d+ )?(?:\\p{L}+ )?partners",
      "(?:accept|reject) all(?: cookies)?",
      "(?:store|access)(?: and\\/or (?:store|access))? information on (?:a|your) device",
      "use of cookies",
    ],
  },
  "region-block": {
    headings: [
      "(?:error\\W*)?451(?:\\W.*)?",
      "unavailable (?:for|due to) legal reasons.*",
      "(?:this (?:content|page|site|website|video|article)|access|we are|sorry,? .{0,40}|content) (?:is |are )?(?:not available|unavailable|blocked|restricted) in your (?:country|region|location|area|territory).*",
      "not available in your (?:country|region|location|area)",
    ],
    sentences: [
      "(?:not|isn't|unavailable|no longer) (?:currently )?(?:available|accessible)? ?(?:in|from|to (?:visitors|readers|users) (?:in|from)) (?:your (?:country|region|location|area)|the european (?:union|economic area)|most european countries)",
      "from a country (?:belonging to|in) the european",
      "general data protection regulation",
      "unavailable for legal reasons",
    ],
  },
  javascript: {
    headings: [
      "(?:please )?(?:enable|turn on|activate) javascript.*",
      "javascript (?:is )?(?:required|disabled|not (?:enabled|available)).*",
      "(?:you need|this (?:page|site|app) (?:needs|requires)) (?:to enable )?javascript.*",
      "(?:your )?browser (?:is )?(?:not supported|unsupported|out of date).*",
      "unsupported browser",
    ],
    sentences: [
      "(?:need|have|required?|please|must) (?:to )?(?:enable|turn on|activate|have|allow) (?:js|javascript)",
      "javascript (?:is|must be|to be|has been|needs to be) (?:currently )?(?:required|disabled|enabled|turned)",
      "(?:requires|without|work without) javascript",
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
    ],
    sentences: [
      "(?:server|site|service|page) is (?:temporarily |currently )?(?:unavailable|overloaded|down)",
      "try again (?:later|in a few (?:minutes|moments))",
      "temporarily unable to service your request",
      "scheduled maintenance",
    ],
  },
};
