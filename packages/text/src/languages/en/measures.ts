import { toGroups } from "../language-words.ts";

/** What a sum or share is an amount of, and which extent of a thing is measured. A verb names what it moves: who paid, paid a price. */
export const attributes = toGroups(`
  price fee sum bought buys buy paid pays pay sold sells sell worth value valued values=price
  ticket tickets admission rent rents=price
  cost costs costing repair repairs bill=cost
  damage damages=damage dividend dividends=dividend profit profits earned earnings=profit loss losses=loss
  revenue revenues sales turnover takings=revenue borrowing borrow deficit shortfall=borrowing
  stole stolen stealing steal theft embezzled embezzling looted looting defrauded haul loot=theft
  withdrew withdrawn withdraw withdrawing withdrawal withdrawals pulled=withdrawal
  compensation settlement payout awarded=award ransom=ransom bail=bail
  invest invests invested investing investment investments=investment debt debts=debt budget budgets=budget
  fine fined fines penalty=fine wage wages salary salaries=wage bid bids offer offered offers=bid
  aid relief donation donations grant grants=aid bonus bonuses add-ons=bonus prize purse jackpot=prize
  turnout=turnout unemployment jobless joblessness=unemployment inflation=inflation
  long length lengths lengthy stretches stretching=length high height tall altitude elevation=height deep depth underground below beneath=depth poll polls survey surveys=poll
  wide width broad across breadth diameter=width thick thickness=thickness
  away distance distances travelled traveled drove walked hiked sailed flew=distance
  rain rainfall rained snow snowfall downpour precipitation=rain
  wind winds gust gusts gusting gale gales=wind
  weigh weighs weighed weighing weight=weight
  sentence sentenced prison jail jailed imprisonment=sentence
  late delay delayed delays overdue=delay ban banned suspended suspension=ban
  lasted lasts lasting took takes needed needs deliberated=lasting ago=ago old=old within=deadline contract lease=contract
`);

/** What happens to the counted, by the words that news uses for one another. */
export const happenings = toGroups(`
  spill spilled spilt spills spilling leak leaked leaks leaking=spill
  steal stole stolen stealing theft looted=steal rob robbed raid raided robbers=rob
  rescue rescued rescues=rescue collapse collapsed collapsing fainted faint=collapse
  withdraw withdrew withdrawn withdrawing withdrawals=withdraw
  sell sold sells selling=sell sign signed signatures signatories=sign
  seize seized seizes confiscated=seize cancel cancelled canceled cancels scrapped=cancel
  sentence sentenced jailed imprisoned=sentence visit visited visits visitors=visit
  plant planted=plant contained containment=contain burned burnt blackened scorched charred=burn
  large fugitives escapees=atLarge evacuees displaced=evacuate precincts=reporting
`);

/** Nouns that news uses for one another where it counts things, by the first of them. Every other noun is a thing of its own. */
export const countedThings = toGroups(`
  person people man men woman women child children citizen national soldier troop resident refugee victim worker passenger=person
  pirate hijacker robber raider thief burglar smuggler trafficker kidnapper fugitive suspect defendant plaintiff detainee prisoner inmate=person
  hostage captive migrant asylum-seeker patient student pupil teacher nurse doctor driver rider cyclist pedestrian sailor seaman crewman=person
  crewmember miner farmer fisherman villager tourist traveller guest survivor civilian militant rebel insurgent gunman fighter policeman=person
  guard firefighter rescuer climber hiker skier employee staffer spectator shareholder customer voter delegate lawmaker demonstrator=person
  vehicle car truck lorry bus automobile=vehicle home house household dwelling building residence property=home
  artwork painting picture work canvas portrait masterpiece=artwork company firm business=company
  job post position=job match game fixture=match cattle cow bull calf=cattle
  aircraft plane jet airliner airplane aeroplane=aircraft ship vessel boat=ship shop store outlet branch=shop
  factory plant mill=factory gun firearm weapon rifle handgun=gun gang cartel=gang fire blaze wildfire=fire
  protester marcher=protester dose shot jab vaccination=dose country nation=country flat apartment=flat
`);

/** Nouns that are counted for the people they befall or bind: "three families mourn" where three died. */
export const countedForPeople =
  "case job death injury family household couple victim body life post position seat mandate vote signature population".split(
    " ",
  );

/** Kinds of people that a story counts apart, by what tells them apart: of one role nobody is of another. */
export const peopleKinds = toGroups(`
  woman women mother mothers wife wives=age:woman child children kid kids toddler toddlers infant infants baby babies=age:child
  officer officers police policeman policemen cop cops deputy deputies trooper troopers=role:officer
  soldier soldiers troop troops serviceman servicemen marine marines airman airmen=role:soldier
  civilian civilians bystander bystanders=role:civilian gunman gunmen attacker attackers shooter shooters assailant assailants=role:attacker
  firefighter firefighters=role:firefighter senator senators=role:senator representative representatives=role:representative
  judge judges justice justices=role:judge student students pupil pupils=role:student teacher teachers=role:teacher
  doctor doctors physician physicians=role:doctor nurse nurses=role:nurse
`);

/** Nouns that stand for whatever is counted. */
export const anyCounted = "unit item piece product device copy arrest death fatality casualty injury detention infection".split(
  " ",
);
