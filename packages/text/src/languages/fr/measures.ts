import { toGroups } from "../language-words.ts";

export const attributes = toGroups(`
  prix vendu vendus acheté billet billets loyer preneur adjugé adjugée=price sondage sondages=poll coûte coûté coûtera coût coûts facture=cost
  dégâts dommages=damage bénéfice bénéfices=profit pertes=loss recettes ventes=revenue déficit=borrowing
  volé volés butin=theft indemnisation indemnité=award rançon=ransom caution=bail
  investi investir investissement investissements=investment dette dettes=debt amende=fine
  salaire salaires=wage aide aides subvention subventions=aid prime primes=bonus
  abstention participation=turnout chômage=unemployment inflation=inflation
  long longueur longue=length haut hauteur altitude haute=height profondeur profond=depth large largeur diamètre=width épaisseur=thickness
  distance=distance pluie pluies précipitations neige=rain vent vents rafale rafales=wind pèse pesait poids=weight
  prison condamné condamnée réclusion=sentence retard=delay suspendu suspension=ban duré dure durera=lasting
`);

export const happenings = toGroups(`
  déversé déversés fuite=spill volé volés=steal secourus sauvés secourues=rescue vendu vendus=sell signatures=sign
  saisi saisis=seize annulés annulées=cancel condamné=sentence visiteurs=visit
  manifestation manifestations manifesté défilé réuni rassemblé spectateurs participants grévistes=attend
  détruit détruits ravagé ravagés brûlé brûlés=burn bloqués coincés=trap interpellés interpellations interpellées=arrest
`);
