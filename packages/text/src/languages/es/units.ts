import { toGroups, toSet } from "../language-words.ts";

/** Units by their names and abbreviations; CLDR's names of units come on top of these. */
export const units = toGroups(`
  segundo segundos=second minuto minutos min=minute hora horas h=hour día días=day semana semanas=week
  mes meses=month año años=year década décadas=decade siglo siglos=century noche noches=night
  kilómetro kilómetros km=kilometer metro metros m=meter centímetro centímetros cm=centimeter milímetro milímetros mm=millimeter
  milla millas=mile pie pies=foot pulgada pulgadas=inch
  kilogramo kilogramos kilo kilos kg=kilogram gramo gramos g=gram tonelada toneladas t=ton
  litro litros l=liter barril barriles=barrel hectárea hectáreas ha=hectare grado grados=degree
  megavatio megavatios mw=megawatt gigavatio gigavatios gw=gigawatt kilovatio kilovatios kw=kilowatt nudo nudos=knot
`);

/** Currencies by their bare names; CLDR's full names come on top of these. */
export const currencies = toGroups(`
  dólar dólares=USD euro euros=EUR libra libras=GBP yen yenes=JPY yuan yuanes=CNY rublo rublos=RUB rupia rupias=INR
  franco francos=CHF peso pesos=peso bolívar bolívares=VES sol soles=PEN real reales=BRL corona coronas=crown
  centavo centavos=cent céntimo céntimos=cent
`);

export const designators = toSet(
  "andén artículo autobús autopista boeing airbus calle capítulo carretera clase edificio fórmula grupo habitación línea n no núm número página puerta " +
    "resolución ruta sala terminal vía vuelo",
);
