import { words } from "../word-list.ts";

/** Towns, countries and regions by Spanish names that the table of places lacks; none that is a word or a first name as well. */
export const places: ReadonlySet<string> = words(`
  Pekín Seúl Moscú Londres Varsovia Praga Bruselas Atenas Copenhague Argel Teherán Damasco Bagdad Riad Bucarest Belgrado Tiflis Ereván
  Bakú Taskent Katmandú Daca Rangún Hanói Singapur Yakarta Tokio Johannesburgo Jartum Fráncfort Hamburgo Dresde Múnich Núremberg Ginebra
  Zúrich Basilea Turín Génova Venecia Nápoles Marsella Burdeos Estrasburgo Edimburgo Amberes Gante Brujas Róterdam Ámsterdam Cracovia
  Filadelfia Jerusalén Alepo Mosul Basora Saná Járkov Jersón Mariúpol Montreal Quebec Alsacia Normandía Provenza Borgoña Córcega
  Valonia Flandes Baviera Renania Lombardía Toscana Sicilia Cerdeña Escocia Crimea Donbás Chechenia Cisjordania Cachemira Ártico
  Antártida Atlántico Pacífico
`);
