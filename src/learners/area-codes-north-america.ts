// Names the zone of every area code of the United States and Canada, and which codes straddle two clocks.

/** State or province, its zone, its area codes. */
type Row = readonly [place: string, zone: string, codes: string]

// Source: the area codes assigned by the North American Numbering Plan Administrator, state by state, laid over the
// zone boundaries of 49 CFR 71 (United States) and the provinces' own laws (Canada).
const UNITED_STATES: readonly Row[] = [
  ['AL', 'America/Chicago', '205 251 256 334 483 659 938'],
  ['AK', 'America/Anchorage', '907'],
  ['AZ', 'America/Phoenix', '480 520 602 623 928'],
  ['AR', 'America/Chicago', '327 479 501 870'],
  ['CA', 'America/Los_Angeles', '209 213 279 310 323 341 350 357 369 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669 707 714 738 747 760 805 818 820 831 837 840 858 909 916 925 949 951'],
  ['CO', 'America/Denver', '303 719 720 748 970 983'],
  ['CT', 'America/New_York', '203 475 860 959'],
  ['DC', 'America/New_York', '202 771'],
  ['DE', 'America/New_York', '302'],
  ['FL', 'America/New_York', '239 305 321 324 352 386 407 561 645 656 689 727 728 754 772 786 813 863 904 941 954'],
  ['FL', 'America/Chicago', '448 850'],
  ['GA', 'America/New_York', '229 404 470 478 678 706 762 770 912 943'],
  ['HI', 'Pacific/Honolulu', '808'],
  ['IA', 'America/Chicago', '319 515 563 641 712'],
  ['ID', 'America/Boise', '208 986'],
  ['IL', 'America/Chicago', '217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 861 872'],
  ['IN', 'America/Indiana/Indianapolis', '260 317 463 574 765 812 930'],
  ['IN', 'America/Chicago', '219'],
  ['KS', 'America/Chicago', '316 620 785 913'],
  ['KY', 'America/Kentucky/Louisville', '502'],
  ['KY', 'America/New_York', '606 859'],
  ['KY', 'America/Chicago', '270 364'],
  ['LA', 'America/Chicago', '225 318 337 457 504 985'],
  ['MA', 'America/New_York', '339 351 413 508 617 774 781 857 978'],
  ['MD', 'America/New_York', '227 240 301 410 443 667'],
  ['ME', 'America/New_York', '207'],
  ['MI', 'America/Detroit', '231 248 269 313 517 586 616 679 734 810 906 947 989'],
  ['MN', 'America/Chicago', '218 320 507 612 651 763 924 952'],
  ['MO', 'America/Chicago', '235 314 417 557 573 636 660 816 975'],
  ['MS', 'America/Chicago', '228 471 601 662 769'],
  ['MT', 'America/Denver', '406'],
  ['NC', 'America/New_York', '252 336 472 704 743 828 910 919 980 984'],
  ['ND', 'America/Chicago', '701'],
  ['NE', 'America/Chicago', '308 402 531'],
  ['NH', 'America/New_York', '603'],
  ['NJ', 'America/New_York', '201 551 609 640 732 848 856 862 908 973'],
  ['NM', 'America/Denver', '505 575'],
  ['NV', 'America/Los_Angeles', '702 725 775'],
  ['NY', 'America/New_York', '212 315 329 332 347 363 516 518 585 607 624 631 646 680 716 718 838 845 914 917 929 934'],
  ['OH', 'America/New_York', '216 220 234 283 326 330 380 419 436 440 513 567 614 740 937'],
  ['OK', 'America/Chicago', '405 539 572 580 918'],
  ['OR', 'America/Los_Angeles', '458 503 541 971'],
  ['PA', 'America/New_York', '215 223 267 272 412 445 484 570 582 610 717 724 814 835 878'],
  ['RI', 'America/New_York', '401'],
  ['SC', 'America/New_York', '803 821 839 843 854 864'],
  ['SD', 'America/Chicago', '605'],
  ['TN', 'America/New_York', '423 729 865'],
  ['TN', 'America/Chicago', '615 629 731 901 931'],
  ['TX', 'America/Chicago', '210 214 254 281 325 346 361 409 430 432 469 512 621 682 713 726 737 806 817 830 832 903 936 940 945 956 972 979'],
  ['TX', 'America/Denver', '915'],
  ['UT', 'America/Denver', '385 435 801'],
  ['VA', 'America/New_York', '276 434 540 571 686 703 757 804 826 948'],
  ['VT', 'America/New_York', '802'],
  ['WA', 'America/Los_Angeles', '206 253 360 425 509 564'],
  ['WI', 'America/Chicago', '262 274 353 414 534 608 715 920'],
  ['WV', 'America/New_York', '304 681'],
  ['WY', 'America/Denver', '307'],
]

const CANADA: readonly Row[] = [
  ['AB', 'America/Edmonton', '368 403 587 780 825'],
  ['BC', 'America/Vancouver', '236 250 257 604 672 778'],
  ['MB', 'America/Winnipeg', '204 431 584'],
  ['NB', 'America/Moncton', '428 506'],
  ['NL', 'America/St_Johns', '709 879'],
  ['NS, PE', 'America/Halifax', '782 902'],
  ['ON', 'America/Toronto', '226 249 289 343 365 382 387 416 437 519 548 613 647 683 705 742 753 807 905 942'],
  ['QC', 'America/Toronto', '263 273 354 367 418 438 450 468 514 579 581 819 873'],
  ['SK', 'America/Regina', '306 474 639'],
  ['YT, NT, NU', 'America/Whitehorse', '867'],
]

/**
 * Codes whose learners are asked, with the other clocks their territory has. A code is split when about two in a
 * hundred of its people or more live by another clock; 907 is kept as split for the Aleutians.
 */
const SPLIT: readonly (readonly [codes: string, others: readonly string[]])[] = [
  ['208 986', ['America/Los_Angeles']],
  ['250', ['America/Edmonton', 'America/Dawson_Creek']],
  ['270 364', ['America/New_York']],
  ['308 605 701', ['America/Denver']],
  ['423 574 729 812 906 930', ['America/Chicago']],
  ['448 850', ['America/New_York']],
  ['458 541', ['America/Boise']],
  ['709 879', ['America/Goose_Bay']],
  ['807', ['America/Winnipeg']],
  ['867', ['America/Edmonton', 'America/Iqaluit', 'America/Rankin_Inlet']],
  ['907', ['America/Adak']],
  ['928', ['America/Denver']],
]

/** One area code: its country, its zones with the likeliest first. More than one zone means that the learner is asked. */
export interface AreaCode {
  country: 'US' | 'CA'
  zones: readonly [string, ...string[]]
}

/** Every geographic area code of the United States and Canada. Codes of the plan's other countries are not in it. */
export const NORTH_AMERICA: ReadonlyMap<string, AreaCode> = build()

function build(): Map<string, AreaCode> {
  const others = new Map(SPLIT.flatMap(([codes, zones]) => codes.split(' ').map((code) => [code, zones] as const)))
  const rows = [...UNITED_STATES.map((row) => ['US', row] as const), ...CANADA.map((row) => ['CA', row] as const)]
  return new Map(
    rows.flatMap(([country, [, zone, codes]]) =>
      codes.split(' ').map((code): [string, AreaCode] => [code, { country, zones: [zone, ...(others.get(code) ?? [])] }]),
    ),
  )
}
