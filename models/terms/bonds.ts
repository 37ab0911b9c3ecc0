/** 地方政府债券发行年期: terms local government bonds are issued for, a parameter each. */
export const BOND_TENORS = [
  "bond_tenor_1",
  "bond_tenor_2",
  "bond_tenor_3",
  "bond_tenor_4",
  "bond_tenor_5",
  "bond_tenor_6",
  "bond_tenor_7",
  "bond_tenor_8",
  "bond_tenor_9",
];
