/** Great Expectations' name of it. */
export const MATCH_JSON_SCHEMA = 'expect_column_values_to_match_json_schema'
