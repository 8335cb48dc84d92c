import a
auto_map: dict = {'a': 'b'}
load(trust_remote_code=True)
