const words = (text: string) => new Set(text.split(' '))

/** Filters that make text, numbers and lists of what they are given, and reach no attribute but by a name that is checked. */
export const FILTERS = words(
  'abs batch capitalize center count d default dictsort e escape first float forceescape fromjson from_json groupby indent ' +
    'int items join last length list lower map max min reject rejectattr replace reverse round safe select selectattr slice ' +
    'sort string striptags sum title tojson trim truncate unique upper urlencode wordcount wordwrap',
)

/** Functions that chat templates are given (transformers, utils/chat_template_utils.py), and Jinja's own that only make values. */
export const FUNCTIONS = words('raise_exception strftime_now namespace range dict caller loop')

/** Methods of Python's text, lists and dictionaries, without `format`, which reads attributes. */
export const METHODS = words(
  'append capitalize casefold clear copy count endswith extend find get index insert isalnum isalpha isdecimal isdigit ' +
    'islower isnumeric isspace istitle isupper items join keys ljust lower lstrip partition pop popitem remove ' +
    'removeprefix removesuffix replace reverse rfind rindex rjust rpartition rsplit rstrip setdefault sort split ' +
    'splitlines startswith strip swapcase title update upper values zfill cycle tojson',
)

/** Attributes that are code or frames (jinja2/sandbox.py), and methods that read attributes by text. */
export const REFUSED_MEMBERS = words(
  'format format_map mro gi_frame gi_code gi_yieldfrom cr_frame cr_code cr_origin ag_frame ag_code f_globals f_locals ' +
    'f_builtins f_code tb_frame tb_next func_globals func_code im_func im_self im_class',
)

/** Filters whose first argument names an attribute. */
export const ATTRIBUTE_FILTERS = words('selectattr rejectattr groupby')

/** Filters and tests that an identifier of a subscript may have gone through: none of them makes new text. */
export const KEEPING_FILTERS = words(
  'first last list length count int sort unique reverse items dictsort default d trim',
)
export const KEEPING_METHODS = words('items keys values get pop strip split lstrip rstrip lower')
