import { words } from "../word-list.ts";

/** First names that the tables doubt, as English or French has such a word or a place is called so, and some that they lack; lower case. */
export const firstNames = {
  female: words(`
    almut alwine amber anke annegret antje anuschka biggi birte charlotte condoleezza cordula crystal daisy dawn dörte
    edeltraud eve felicitas frances frauke gabriele gerlinde gertraud gesine gitta grace gundula hannelore heidemarie
    helma hilary huma irmgard irmtraud jamie jean jo joy kamala kellyanne kim leslie lieselotte lois malala manja maria
    marian mechthild mollie natascha ortrud reinhild renee ricarda robin rose roswitha ruby sabine sally shelby sherry
    sibylle sieglinde sofia sue swetlana tanja traudl uschi uta ute walburga waltraud wencke
  `),
  male: words(`
    al alexey arndt asif aung barack berthold bill bob bodo brad burkhard burkhardt carsten carter cesar chad christian
    chuck clay cliff dean detlef detlev don earl eckart eckhard ed ekkehard frank frieder friedhelm gerd gereon gerhart
    gernot gisbert grant gus guy harry hartmut hartwig heiko heiner heino helge helmuth heribert hilmar holger horst
    hubertus ira jeb jewgeni jimmy jobst jochen joerg john jordan kassym ken klaus kuno lance lee leonard ludger luitpold mark
    maurice maxim meinhard meinrad mike miles mitt newt nursultan ortwin ottmar pete peter ray reince rob rod roman
    salman serge siegbert siegmar sigmar spencer tilman tilo ullrich victor vinzenz vitaly volker volkmar wade wenzel
    will willibald wladimir wolfram
  `),
};

/** The commonest Korean surnames as English writes them: they stand first, and the given name has two syllables. */
export const koreanSurnames: ReadonlySet<string> = words(`
  Kim Lee Park Choi Jung Jeong Chung Kang Cho Jo Yoon Yun Jang Chang Lim Im Han Oh Seo Suh Shin Kwon Hwang Ahn An Song Ryu Yoo Yu Hong
  Moon Ko Koh Bae Baek Heo Nam Noh Roh Ha Kwak Sung Cha Joo Ju Woo Min Ban Ri Pak Paik Ok
`);
