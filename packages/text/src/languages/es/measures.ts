import { toGroups } from "../language-words.ts";

export const attributes = toGroups(`
  precio precios vendió compró entrada entradas abono alquiler subastado=price encuesta encuestas sondeo=poll costó cuesta costará coste costo costes factura=cost
  daños=damage beneficio beneficios=profit pérdidas=loss ingresos ventas=revenue déficit=borrowing
  robado robaron botín=theft indemnización=award rescate=ransom fianza=bail
  invertir invertirá inversión inversiones=investment deuda deudas=debt presupuesto=budget multa=fine
  salario salarios sueldo=wage ayuda ayudas subvención=aid prima=bonus participación=turnout paro desempleo=unemployment inflación=inflation
  largo longitud=length alto altura altitud=height profundidad=depth ancho diámetro=width espesor=thickness
  distancia=distance lluvia lluvias nieve precipitaciones=rain viento vientos rachas=wind pesa pesaba peso=weight
  prisión cárcel condenado condenada=sentence retraso=delay suspensión=ban duró dura durará=lasting
`);

export const happenings = toGroups(`
  derramado vertido=spill robaron robados=steal rescatados rescatadas=rescue vendidos vendieron vendió=sell firmas=sign
  incautado incautados=seize cancelados cancelados=cancel condenado=sentence visitantes=visit
  asistentes asistieron manifestación manifestaron concentración espectadores público aficionados=attend
  arrasado quemado calcinado quemadas arrasadas=burn atrapados atrapadas=trap
`);
