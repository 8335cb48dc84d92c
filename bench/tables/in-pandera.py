"""The same work in pandera on pandas, in a process of its own: python bench/tables/in-pandera.py FILE"""
import sys

import pandas as pd
import pandera.pandas as pa

frame = pd.read_csv(sys.argv[1], parse_dates=['opened'], date_format='ISO8601')
pa.DataFrameSchema(
    {
        'id': pa.Column(str, pa.Check.str_matches('^[0-9a-f]{16}$'), unique=True),
        'opened': pa.Column('datetime64[ns]', coerce=True),
        'amount': pa.Column(float, pa.Check.ge(0), nullable=True),
        'score': pa.Column(float, pa.Check.in_range(300, 850), nullable=True),
        'home': pa.Column(str, pa.Check.isin(['owner', 'rent', 'parents', 'other', 'private', 'ignore'])),
        'status': pa.Column(str, pa.Check.isin(['open', 'closed', 'late'])),
    }
).validate(frame)
