import type { BoilerplatePhrases } from "../../boilerplate-phrases.ts";

/** Stock phrases of page boilerplate in Greek. */
export const boilerplate: BoilerplatePhrases = {
  ad: {
    starts: ["διαφήμιση"],
  },
  callToAction: {
    starts: ["στηρίξτε"],
  },
  author: {
    starts: ["του ", "της "],
  },
  comments: {
    starts: ["σχόλια", "σχολιάστε", "προσθήκη σχολίου"],
  },
  credit: {
    starts: ["φωτογραφία", "φωτο", "πηγή"],
  },
  date: {
    starts: ["δημοσίευση", "δημοσιεύθηκε", "ενημέρωση", "τελευταία ενημέρωση"],
  },
  legal: {
    starts: ["προστατεύεται"],
  },
  navigation: {
    starts: ["αρχική", "αναζήτηση"],
  },
  newsletter: {
    starts: ["εγγραφείτε"],
  },
  recirculation: {
    starts: [
      "διαβάστε επίσης",
      "διαβάστε ακόμα",
      "διαβάστε περισσότερα",
      "διαβάστε",
      "δείτε επίσης",
      "δείτε ακόμα",
      "δείτε",
      "σχετικά άρθρα",
      "σχετικά θέματα",
      "σχετικές ειδήσεις",
      "σχετικά",
      "περισσότερα",
      "δημοφιλή",
      "πιο δημοφιλή",
      "τελευταίες ειδήσεις",
      "ροή ειδήσεων",
      "όλα τα άρθρα",
      "τελευταία νέα",
    ],
  },
  share: {
    starts: ["κοινοποίηση", "μοιραστείτε", "ακολουθήστε"],
    anywhere: ["στο facebook", "στο google news"],
  },
  tags: {
    starts: ["ετικέτες"],
  },
  widget: {
    starts: ["φόρτωση"],
  },
};
