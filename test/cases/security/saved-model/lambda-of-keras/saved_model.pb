¾

aIdentity:ª
§"¤
_tf_keras_sequential‹{"class_name":"Sequential","config":{"layers":[{"class_name":"Lambda","config":{"function_type":"lambda","function":["4wAA",null,null]}}]}}