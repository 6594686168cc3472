// Names the zones that area codes decide in countries with several clocks: Brazil, Mexico, Russia and others.
import { NORTH_AMERICA } from './area-codes-north-america.ts'

/** Prefixes of the national number, separated by blanks, and their zones: the likeliest first, more than one means "ask". */
type Row = readonly [prefixes: string, ...zones: [string, ...string[]]]

/**
 * Area codes by country. The longest prefix decides; where none fits, the country's own entry does.
 *
 * Sources: Anatel's DDD plan (BR); IFT's area codes and the time-zone law of October 2022 with its border exceptions
 * (MX); Rossvyaz's ABC codes (RU); ACMA's numbering plan (AU); CNMC (ES); ANACOM (PT); Subtel (CL); Telkom's plan (ID);
 * the plans filed with the ITU for the rest. Each laid over the tz database.
 */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  BR: [
    ['11 12 13 14 15 16 17 18 19 21 22 24 27 28 31 32 33 34 35 37 38', 'America/Sao_Paulo'],
    ['41 42 43 44 45 46 47 48 49 51 53 54 55 61 62 64', 'America/Sao_Paulo'],
    ['63', 'America/Araguaina'],
    ['65 66', 'America/Cuiaba'],
    ['67', 'America/Campo_Grande'],
    ['68', 'America/Rio_Branco'],
    ['69', 'America/Porto_Velho'],
    ['71 73 74 75 77', 'America/Bahia'],
    ['79 82', 'America/Maceio'],
    // Fernando de Noronha shares 81 with Recife, but has 3,000 of its four million people.
    ['81 87', 'America/Recife'],
    ['83 84 85 86 88 89 98 99', 'America/Fortaleza'],
    ['91 94 96', 'America/Belem'],
    ['92', 'America/Manaus'],
    ['93', 'America/Santarem'],
    ['95', 'America/Boa_Vista'],
    // The west of Amazonas: Tefé and Coari are UTC-4, Eirunepé and Tabatinga UTC-5.
    ['97', 'America/Manaus', 'America/Eirunepe'],
  ],
  MX: [
    // Every code not named below is in the centre; the first digits exist only 2 to 9.
    ['2 3 4 5 7 9', 'America/Mexico_City'],
    // Chihuahua has been on central time without clock changes since October 2022, but for two stretches of the border.
    ['614 621 625 627 628 629 635 636 639 648 649 652 659', 'America/Chihuahua'],
    ['626', 'America/Ojinaga'],
    ['656 657', 'America/Ciudad_Juarez'],
    ['616 646 658 661 663 664 665 686', 'America/Tijuana'],
    ['622 623 631 632 633 634 637 638 641 642 643 644 645 647 651 653 662', 'America/Hermosillo'],
    ['612 613 615 624', 'America/Mazatlan'],
    ['667 668 669 672 673 687 694 695 696 697 698', 'America/Mazatlan'],
    ['311 319 323 324 325 327 389', 'America/Mazatlan'],
    // Bahía de Banderas keeps Puerto Vallarta's clock, not Nayarit's.
    ['329', 'America/Bahia_Banderas'],
    ['618 671 674 675 676 677 81 82 83 84 86 87 89', 'America/Monterrey'],
    // The border towns of Coahuila and Tamaulipas change clocks with Texas.
    ['862 867 868 877 878 894 897 899', 'America/Matamoros'],
    ['983 984 987 998', 'America/Cancun'],
    ['981 982 985 986 988 990 991 996 997 999', 'America/Merida'],
  ],
  RU: [
    // 80 is for numbers without a place.
    ['3 4 81 82 83 84 85 86 87', 'Europe/Moscow'],
    ['401', 'Europe/Kaliningrad'],
    ['341 846 848', 'Europe/Samara'],
    ['842', 'Europe/Ulyanovsk'],
    ['845', 'Europe/Saratov'],
    ['851', 'Europe/Astrakhan'],
    ['844', 'Europe/Volgograd'],
    ['833', 'Europe/Kirov'],
    ['365 869', 'Europe/Simferopol'],
    ['342 343 345 346 347 349 351 352 353', 'Asia/Yekaterinburg'],
    ['381', 'Asia/Omsk'],
    ['382', 'Asia/Tomsk'],
    ['383', 'Asia/Novosibirsk'],
    ['384', 'Asia/Novokuznetsk'],
    ['385 388', 'Asia/Barnaul'],
    ['390 391 394', 'Asia/Krasnoyarsk'],
    ['301 395', 'Asia/Irkutsk'],
    ['302', 'Asia/Chita'],
    ['416', 'Asia/Yakutsk'],
    // Yakutia has three clocks; its capital's is the first.
    ['411', 'Asia/Yakutsk', 'Asia/Vladivostok', 'Asia/Srednekolymsk'],
    ['421 423 426', 'Asia/Vladivostok'],
    ['413', 'Asia/Magadan'],
    ['424', 'Asia/Sakhalin'],
    ['415', 'Asia/Kamchatka'],
    ['427', 'Asia/Anadyr'],
  ],
  AU: [
    ['2', 'Australia/Sydney'],
    ['3', 'Australia/Melbourne'],
    ['7', 'Australia/Brisbane'],
    ['86 89', 'Australia/Perth'],
    ['889', 'Australia/Darwin'],
    ['87 88', 'Australia/Adelaide'],
    ['880', 'Australia/Broken_Hill'],
  ],
  ES: [
    ['81 82 83 84 85 86 87 88 91 92 93 94 95 96 97 98', 'Europe/Madrid'],
    ['822 828 922 928', 'Atlantic/Canary'],
  ],
  PT: [
    ['2', 'Europe/Lisbon'],
    ['291', 'Atlantic/Madeira'],
    ['292 295 296', 'Atlantic/Azores'],
  ],
  CL: [['61', 'America/Punta_Arenas']],
  ID: [
    ['21 22 23 24 25 26 27 28 29 31 32 33 34 35 61 62 63 64 65 7', 'Asia/Jakarta'],
    ['561 562 563 564 565 567 568', 'Asia/Pontianak'],
    ['513 519 522 525 526 528 531 532 534 536 537 538 539', 'Asia/Pontianak'],
    ['36 37 38 4 511 512 517 518 527 541 542 543 545 548 549 551 552 553 554 556', 'Asia/Makassar'],
    ['90 91 92 93 95 96 97 98', 'Asia/Jayapura'],
  ],
  FM: [
    ['33 35 93 95', 'Pacific/Chuuk'],
    ['32 37 92 97', 'Pacific/Pohnpei'],
  ],
}

const BY_COUNTRY = new Map(
  Object.entries(ROWS).map(([country, rows]) => [
    country,
    new Map(rows.flatMap(([prefixes, ...zones]) => prefixes.split(' ').map((prefix) => [prefix, zones] as const))),
  ]),
)

/**
 * The zones that a national number's area code leaves open, likeliest first: one when the code decides, several
 * when the code straddles two clocks, null when the number carries no known area code.
 */
export function areaZones(country: string, national: string): readonly [string, ...string[]] | null {
  if (country === 'US' || country === 'CA') return NORTH_AMERICA.get(national.slice(0, 3))?.zones ?? null
  const codes = BY_COUNTRY.get(country)
  for (let length = 3; codes && length > 0; length--) {
    const zones = codes.get(national.slice(0, length))
    if (zones) return zones
  }
  return null
}
