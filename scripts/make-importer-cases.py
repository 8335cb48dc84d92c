#!/usr/bin/env python3
"""Writes the sources of test/cases/importers that other tools write themselves.

    pip install great_expectations pandera[io] frictionless     # 1.24.1, 0.35.0, 5.21.0 wrote the files in the repository
    python scripts/make-importer-cases.py
    pip install great_expectations==0.18.22                     # in another environment, for the older form
    python scripts/make-importer-cases.py 0.18
"""
import json
import os
import sys

CASES = os.path.join(os.path.dirname(__file__), '..', 'test', 'cases', 'importers')


def write(case, text):
    with open(os.path.join(CASES, case), 'w') as file:
        file.write(text.rstrip('\n') + '\n')


def suite_1x():
    import great_expectations as gx
    import great_expectations.expectations as gxe
    from great_expectations.expectations.row_conditions import Column

    gx.get_context(mode='ephemeral')
    suite = gx.ExpectationSuite(name='applications')
    older = Column('age') > 30
    for expectation in [
        gxe.ExpectColumnToExist(column='id'),
        gxe.ExpectColumnValuesToNotBeNull(column='id'),
        gxe.ExpectColumnValuesToBeUnique(column='id'),
        gxe.ExpectColumnValuesToBeBetween(column='age', min_value=18, max_value=100, mostly=0.99),
        gxe.ExpectColumnValuesToBeInSet(column='home', value_set=['owner', 'rent', 'other'], severity='warning'),
        gxe.ExpectColumnValuesToMatchRegex(column='zip', regex='^[0-9]{5}$'),
        gxe.ExpectTableRowCountToBeBetween(min_value=1000, max_value=1000000),
        gxe.ExpectColumnPairValuesAToBeGreaterThanB(column_A='income', column_B='debt', or_equal=True),
        gxe.ExpectColumnMeanToBeBetween(column='age', min_value=30, max_value=45),
        gxe.ExpectCompoundColumnsToBeUnique(column_list=['id', 'month']),
        gxe.ExpectColumnMaxToBeBetween(column='age', min_value=50, max_value={'$PARAMETER': 'oldest'}),
        gxe.ExpectColumnValuesToNotBeNull(column='debt', row_condition=older),
        gxe.ExpectColumnValuesToNotBeNull(column='assets', row_condition=older & Column('home').is_in(['owner', 'rent'])),
        gxe.ExpectColumnValuesToNotBeNull(column='job', row_condition=Column('income').is_not_null()),
    ]:
        suite.add_expectation(expectation)
    write('great-expectations/suite-1x/source.json', json.dumps(suite.to_json_dict(), indent=2))


def suite_018():
    from great_expectations.core import ExpectationConfiguration, ExpectationSuite

    suite = ExpectationSuite('applications')
    for kind, kwargs in [
        ('expect_column_to_exist', dict(column='id')),
        ('expect_column_values_to_not_be_null', dict(column='id')),
        ('expect_column_values_to_be_between', dict(column='age', min_value=18, max_value=100, mostly=0.99)),
        ('expect_column_values_to_be_of_type', dict(column='age', type_='int64')),
        (
            'expect_column_values_to_be_in_set',
            dict(column='home', value_set=['owner', 'rent'], row_condition='age > 30 and job=="fixed"', condition_parser='pandas'),
        ),
        (
            'expect_column_values_to_not_be_null',
            dict(column='debt', row_condition='col("age") > 30', condition_parser='great_expectations__experimental__'),
        ),
        (
            'expect_column_values_to_not_be_null',
            dict(column='debt', row_condition='job.str.startswith("f")', condition_parser='pandas'),
        ),
        ('expect_table_row_count_to_equal', dict(value=4454)),
    ]:
        suite.add_expectation(ExpectationConfiguration(expectation_type=kind, kwargs=kwargs))
    write('great-expectations/suite-018/source.json', json.dumps(suite.to_json_dict(), indent=2))


def pandera():
    import pandera.pandas as pa

    schema = pa.DataFrameSchema(
        {
            'id': pa.Column(int, unique=True),
            'age': pa.Column(int, [pa.Check.ge(18), pa.Check.le(100)]),
            'home': pa.Column(str, pa.Check.isin(['owner', 'rent'], raise_warning=True), nullable=True),
            'zip': pa.Column(str, pa.Check.str_matches('[0-9]{5}'), required=False),
            'income': pa.Column(float, [pa.Check.in_range(0, 1e6, include_max=False), pa.Check.ne(-1)], nullable=True),
            'opened': pa.Column('datetime64[ns]'),
            'name': pa.Column(str, [pa.Check.str_length(1, 40), pa.Check.str_startswith('Ms.')]),
        },
        index=pa.Index(int, name='row'),
        strict=True,
        ordered=True,
        unique=['id', 'age'],
    )
    write('pandera/yaml/source.yaml', schema.to_yaml())
    write('pandera/json/source.json', schema.to_json(indent=2))


def frictionless():
    from frictionless import describe

    schema = describe('examples/credit/train.csv').schema
    write('frictionless/schema/source.json', schema.to_json())


if sys.argv[1:] == ['0.18']:
    suite_018()
else:
    suite_1x()
    pandera()
    frictionless()
