/** Share indexes by the first word of their names, the same in every language: “Dax 40”, “FTSE 100”. */
export const shareIndexes = "cac dax ftse ibex jones mdax nasdaq nifty nikkei russell sdax sensex smi stoxx tecdax topix";
