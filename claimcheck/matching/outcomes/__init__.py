"""How a comparison comes out by the words of its sentence: what a word says (`meanings`, `amounts`, `superlatives`), of which side
(`said_of`) and in which part (`parts`, `clauses`), what that is for a rank (`ranks`, `told`) or for two values (`compared_values`)."""
